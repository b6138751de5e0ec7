package dev.portico.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final String HOST = "portal.example";
    private final Places places = Tenants.places();

    @Test
    void theSiteRootIsNobodys() {
        assertThat(places.find(HOST, List.of())).contains(new Place(Area.ROOT, Optional.empty(), "", false, List.of()));
    }

    @Test
    void filesAreFoundWithoutTheDirectory() {
        var unread = new Places(
                host -> {
                    throw new IllegalStateException("No database");
                },
                id -> {
                    throw new IllegalStateException("No database");
                });
        assertThat(unread.find(HOST, List.of("jakarta.faces.resource", "portico.css.xhtml")))
                .map(Place::area)
                .contains(Area.ROOT);
    }

    @Test
    void theFirstSegmentNamesTheTenant() {
        var place = places.find(HOST, List.of("harmony", "tickets")).orElseThrow();
        assertThat(place)
                .isEqualTo(new Place(Area.TENANT, Optional.of(Tenants.HARMONY), "/harmony", false, List.of("tickets")));
        assertThat(place.realm()).contains("harmony");
    }

    @Test
    void aHostOfItsOwnLeavesTheWholePathToTheTenant() {
        assertThat(places.find("SUPPORT.bmc.example", List.of("harmony", "tickets")))
                .contains(new Place(Area.TENANT, Optional.of(Tenants.BMC), "", true, List.of("harmony", "tickets")));
        assertThat(places.find(HOST, List.of("bmc"))).map(Place::prefix).contains("/bmc");
    }

    @Test
    void unknownTenantsLeadNowhere() {
        assertThat(places.find(HOST, List.of("nobody"))).isEmpty();
        assertThat(places.find(HOST, List.of("Harmony"))).isEmpty();
        assertThat(places.find(HOST, List.of("pages", "failure.xhtml"))).isEmpty();
        assertThat(places.find(HOST, List.of("internal", "draft"))).isEmpty();
        assertThat(places.find(HOST, List.of("staff", "nobody", "tickets", "1")))
                .isEmpty();
    }

    @Test
    void theStaffsRealmIsNoTenantOfCustomers() {
        assertThat(places.find(HOST, List.of("staff", "staff", "tickets", "1"))).isEmpty();
        assertThat(places.find("staff.example", List.of("tickets"))).isEmpty();
    }

    @Test
    void staffPagesBelongToTheStaffsRealm() {
        var place = places.find(HOST, List.of("staff", "tickets")).orElseThrow();
        assertThat(place)
                .isEqualTo(new Place(Area.STAFF, Optional.of(Tenants.STAFF), "/staff", false, List.of("tickets")));
        assertThat(place.realm()).contains("staff");
    }

    @Test
    void staffPagesOfATenantKeepTheStaffsRealm() {
        var place = places.find(HOST, List.of("staff", "bmc", "tickets", "5")).orElseThrow();
        assertThat(place)
                .isEqualTo(new Place(
                        Area.STAFF_TENANT, Optional.of(Tenants.BMC), "/staff", false, List.of("tickets", "5")));
        assertThat(place.realm()).contains("staff");
    }
}
