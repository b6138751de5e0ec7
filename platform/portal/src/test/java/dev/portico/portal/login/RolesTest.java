package dev.portico.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.keycloak.Identity;
import dev.portico.plugin.manifest.Role;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.web.Access;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {
    @Test
    void aTenantsRealmMakesCustomersWhateverItsGroups() {
        assertThat(Roles.of(identity("harmony", Set.of("admin", "agent")), member(false, Optional.of("acme"))))
                .containsExactly(Role.CUSTOMER);
    }

    @Test
    void staffGroupsAreRolesAndOthersAreNothing() {
        assertThat(Roles.of(
                        identity("staff", Set.of("agent", "csm", "admin", "customer", "other")),
                        member(true, Optional.of("portico"))))
                .containsExactlyInAnyOrder(Role.AGENT, Role.CSM, Role.TENANT_ADMINISTRATOR);
        assertThat(Roles.of(identity("staff", Set.of("platform-admin")), member(true, Optional.of("portico"))))
                .containsExactly(Role.PLATFORM_ADMINISTRATOR);
        assertThat(Roles.of(identity("staff", Set.of()), member(true, Optional.of("portico"))))
                .isEmpty();
    }

    @Test
    void aContactManagerHasAnOrganizationToManage() {
        var customer = identity("harmony", Set.of());
        assertThat(Roles.of(customer, member(true, Optional.of("acme"))))
                .containsExactlyInAnyOrder(Role.CUSTOMER, Role.CONTACT_MANAGER);
        assertThat(Roles.of(customer, member(true, Optional.empty()))).containsExactly(Role.CUSTOMER);
    }

    @Test
    void accessFollowsTheRole() {
        assertThat(Roles.allow(Access.AGENT, Set.of(Role.AGENT))).isTrue();
        assertThat(Roles.allow(Access.AGENT, Set.of(Role.CUSTOMER, Role.CSM))).isFalse();
        assertThat(Roles.allow(Access.ADMIN, Set.of(Role.AGENT, Role.CSM))).isFalse();
        assertThat(Roles.allow(Access.ADMIN, Set.of(Role.TENANT_ADMINISTRATOR))).isTrue();
        assertThat(Roles.allow(Access.ADMIN, Set.of(Role.PLATFORM_ADMINISTRATOR)))
                .isTrue();
        assertThat(Roles.allow(Access.PLATFORM_ADMIN, Set.of(Role.PLATFORM_ADMINISTRATOR)))
                .isTrue();
        assertThat(Roles.allow(Access.PLATFORM_ADMIN, Set.of(Role.TENANT_ADMINISTRATOR, Role.AGENT)))
                .isFalse();
        assertThat(Roles.allow(Access.STAFF, Set.of(Role.CSM))).isTrue();
        assertThat(Roles.allow(Access.STAFF, Set.of(Role.CUSTOMER))).isFalse();
        assertThat(Roles.allow(Access.CUSTOMER, Set.of(Role.AGENT))).isFalse();
        assertThat(Roles.allow(Access.PUBLIC, Set.of())).isTrue();
        assertThat(Roles.allow(Access.CONTACT_MANAGER, Set.of(Role.CUSTOMER, Role.CONTACT_MANAGER)))
                .isTrue();
        assertThat(Roles.allow(Access.CONTACT_MANAGER, Set.of(Role.CUSTOMER, Role.CSM)))
                .isFalse();
    }

    private static Membership member(boolean contactManager, Optional<String> organization) {
        var preferences = new Preferences(Languages.ENGLISH, Languages.ENGLISH, ZoneOffset.UTC, Notifications.ALL);
        return new Membership(
                "s-1",
                "User",
                "user@example.org",
                organization,
                new Grants(true, false, contactManager),
                Optional.empty(),
                false,
                preferences,
                0);
    }

    private static Identity identity(String realm, Set<String> groups) {
        return new Identity(
                "http://login.example/realms/" + realm,
                "s-1",
                realm,
                "user",
                "User",
                Optional.empty(),
                Optional.empty(),
                "user@example.org",
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                groups,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);
    }
}
