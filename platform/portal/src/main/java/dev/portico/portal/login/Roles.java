package dev.portico.portal.login;

import dev.portico.keycloak.Identity;
import dev.portico.plugin.manifest.Role;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.web.Access;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may do. A tenant's realm makes customers only, whatever groups it names. */
final class Roles {
    private static final Map<String, Role> STAFF_GROUPS = Map.of(
            "agent", Role.AGENT,
            "csm", Role.CSM,
            "admin", Role.TENANT_ADMINISTRATOR,
            "platform-admin", Role.PLATFORM_ADMINISTRATOR);

    private Roles() {}

    static Set<Role> of(Identity identity, Membership membership) {
        if (identity.realm().equals(Tenant.STAFF)) {
            return identity.groups().stream()
                    .filter(STAFF_GROUPS::containsKey)
                    .map(STAFF_GROUPS::get)
                    .collect(Collectors.toUnmodifiableSet());
        }
        var manages = membership.grants().contactManager()
                && membership.organization().isPresent();
        return manages ? Set.of(Role.CUSTOMER, Role.CONTACT_MANAGER) : Set.of(Role.CUSTOMER);
    }

    static boolean allow(Access access, Set<Role> roles) {
        return switch (access) {
            case PUBLIC -> true;
            case CUSTOMER -> roles.contains(Role.CUSTOMER);
            case CONTACT_MANAGER -> roles.contains(Role.CONTACT_MANAGER);
            case AGENT -> roles.contains(Role.AGENT);
            case CSM -> roles.contains(Role.CSM);
            case ADMIN -> roles.contains(Role.TENANT_ADMINISTRATOR) || roles.contains(Role.PLATFORM_ADMINISTRATOR);
            case PLATFORM_ADMIN -> roles.contains(Role.PLATFORM_ADMINISTRATOR);
            case STAFF -> STAFF_GROUPS.values().stream().anyMatch(roles::contains);
        };
    }
}
