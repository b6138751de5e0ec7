package dev.portico.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
    private final CurrentRoute route = new CurrentRoute();
    private final TenantContext tenants = new TenantContext();
    private final Links links =
            new Links(route, new PublicAddresses(URI.create("http://portal.example:8080/")), tenants);

    @Test
    void linksStandUnderTheTenantsPrefix() {
        enter("portal.example", "harmony", "tickets");
        assertThat(links.landing()).isEqualTo("/harmony");
        assertThat(links.draft("f1")).isEqualTo("/harmony/drafts/f1");
        assertThat(links.login("/harmony/tickets?q=a b&page=2"))
                .isEqualTo("/harmony/login?return=%2Fharmony%2Ftickets%3Fq%3Da+b%26page%3D2");
        assertThat(links.absolute(links.loginCallback()))
                .isEqualTo(URI.create("http://portal.example:8080/harmony/login/callback"));
    }

    @Test
    void atTheTenantsOwnHostThereIsNoPrefix() {
        enter("support.bmc.example", "tickets");
        assertThat(links.landing()).isEqualTo("/");
        assertThat(links.ticket(17)).isEqualTo("/tickets/17");
        assertThat(links.absolute(links.loginCallback()))
                .isEqualTo(URI.create("http://support.bmc.example:8080/login/callback"));
    }

    @Test
    void staffLinksNameTheTenant() {
        enter("portal.example", "staff", "bmc", "tickets", "5");
        assertThat(links.staffTicket("bmc", 5)).isEqualTo("/staff/bmc/tickets/5");
        assertThat(links.settings()).isEqualTo("/staff/settings");
        assertThat(links.start()).isEqualTo("/staff");
    }

    private void enter(String host, String... segments) {
        var place = Tenants.places().find(host, List.of(segments)).orElseThrow();
        route.enter(place, null);
        place.tenant().ifPresent(tenants::enter);
    }
}
