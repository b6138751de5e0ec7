package dev.portico.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.web.Address;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private final CurrentRoute route = new CurrentRoute();
    private final TenantContext tenants = new TenantContext();
    private final Addresses addresses =
            new Addresses(route, new PublicAddresses(URI.create("https://support.example.com/")), tenants);

    AddressesTest() {
        var harmony = Tenants.HARMONY;
        tenants.enter(harmony);
        route.enter(new Place(Area.TENANT, Optional.of(harmony), "/harmony", false, List.of()), null);
    }

    @Test
    void linksPagesOfTheTenantAndOfItsStaff() {
        assertThat(addresses.href(Address.tenant("status/incidents/a1"))).isEqualTo("/harmony/status/incidents/a1");
        assertThat(addresses.href(Address.tenant(""))).isEqualTo("/harmony");
        assertThat(addresses.href(Address.staff("status"))).isEqualTo("/staff/harmony/status");
        assertThat(addresses.absolute(Address.tenant("status")))
                .isEqualTo("https://support.example.com/harmony/status");
    }

    @Test
    void staysWithinTheTenantWhateverThePathSays() {
        assertThat(addresses.href(Address.tenant("../bmc/status"))).isEqualTo("/harmony/bmc/status");
        assertThat(addresses.href(Address.tenant("//evil.example"))).isEqualTo("/harmony/evil.example");
        assertThat(addresses.href(Address.tenant("a b\r\nX: y"))).isEqualTo("/harmony/a%20b%0D%0AX%3A%20y");
    }

    @Test
    void escapesWhatGoesIntoTheQuery() {
        assertThat(addresses.href(new Address.OfTenant("status", Map.of("q", "a&b=ñ", "p", "2"))))
                .isEqualTo("/harmony/status?p=2&q=a%26b%3D%C3%B1");
    }

    @Test
    void linksNoScript() {
        assertThat(addresses.href(Address.site(URI.create("javascript:alert(1)"))))
                .isEmpty();
        assertThat(addresses.href(Address.site(URI.create("http://plain.example"))))
                .isEmpty();
        assertThat(addresses.href(Address.site(URI.create("https://status.example/ñ"))))
                .isEqualTo("https://status.example/%C3%B1");
    }
}
