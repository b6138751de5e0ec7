package dev.portico.portal.realm.boundary;

import dev.portico.keycloak.RealmAccount;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.portal.realm.control.RealmPerson;
import dev.portico.portal.tenant.control.TenantSteps;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes in who was given an account in Keycloak's own console, or had one before there was a portal: Customer Success Managers
 * find them among the others, before they have come for the first time. What the portal has made itself is left alone.
 */
@ApplicationScoped
class RealmNewcomers {
    private static final Logger LOG = System.getLogger(RealmNewcomers.class.getName());
    private static final int PAGE = 100;

    @Inject
    TenantSteps visits;

    @Inject
    RealmRecords records;

    @Inject
    RealmAccounts realms;

    /**
     * @param changed at the realm, known here or not
     * @return whether there are so many new ones that the realm's list is read instead, from its beginning
     */
    boolean among(Tenant tenant, Collection<String> changed) {
        if (changed.isEmpty()) {
            return false;
        }
        var unknown = visits.visit(tenant, () -> records.unknown(changed));
        if (unknown.size() > PAGE) {
            visits.visit(tenant, records::list);
            return true;
        }
        takeIn(tenant, unknown.stream().flatMap(subject -> realms.find(tenant.id(), subject).stream()));
        return false;
    }

    /** Reads the next page of the realm's list. */
    void read(Tenant tenant, int from) {
        var page = realms.page(tenant.id(), from, PAGE);
        var unknown = visits.visit(
                tenant,
                () -> records.unknown(page.stream().map(RealmAccount::subject).toList()));
        takeIn(tenant, page.stream().filter(account -> unknown.contains(account.subject())));
        visits.visit(tenant, () -> records.listed(from + page.size(), page.size() < PAGE));
    }

    private void takeIn(Tenant tenant, Stream<RealmAccount> unknown) {
        List<RealmAccount> newcomers =
                unknown.filter(RealmNewcomers::isNewcomer).toList();
        for (var newcomer : newcomers) {
            try {
                visits.visit(tenant, () -> records.expect(newcomer));
            } catch (RuntimeException e) {
                // One account's fault must not keep the others waiting.
                LOG.log(Level.WARNING, "An account of the realm of " + tenant.id() + " is not taken in", e);
            }
        }
    }

    private static boolean isNewcomer(RealmAccount account) {
        return account.enabled()
                && !account.email().isEmpty()
                && account.attribute(RealmPerson.KEY).isEmpty();
    }
}
