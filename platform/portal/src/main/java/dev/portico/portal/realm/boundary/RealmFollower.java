package dev.portico.portal.realm.boundary;

import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.keycloak.RealmAccount;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.portal.realm.entity.ChangedAccount;
import dev.portico.portal.tenant.control.TenantSteps;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks Keycloak what it holds of accounts that may have been changed there, and follows that. */
@ApplicationScoped
class RealmFollower {
    private static final Logger LOG = System.getLogger(RealmFollower.class.getName());
    private static final int BATCH = 50;
    /** So many at once are not removed by hand. */
    private static final int STRANGE = 10;

    @Inject
    TenantSteps visits;

    @Inject
    RealmRecords records;

    @Inject
    RealmAccounts realms;

    @Inject
    RealmWatch watch;

    private record Seen(ChangedAccount account, Optional<RealmAccount> found) {
        boolean gone() {
            return found.isEmpty();
        }
    }

    /** @return whether there may be more to follow at once */
    boolean follow(Tenant tenant) {
        var begun = System.nanoTime();
        var batch = visits.visit(tenant, () -> records.claimChanged(BATCH));
        if (batch.isEmpty()) {
            return false;
        }
        var seen = new ArrayList<Seen>();
        try {
            for (var account : batch) {
                if (visits.ending() || RealmRecords.ends(begun)) {
                    break;
                }
                seen.add(new Seen(account, realms.find(tenant.id(), account.realmSubject())));
            }
        } catch (LoginUnavailableException e) {
            watch.silent(tenant, e);
        }
        var rest = batch.subList(seen.size(), batch.size());
        visits.visit(tenant, () -> records.release(rest.stream().map(ChangedAccount::claim)));
        heed(tenant, seen);
        return batch.size() == BATCH;
    }

    private void heed(Tenant tenant, List<Seen> seen) {
        var gone = seen.stream().filter(Seen::gone).count();
        var strange = gone >= STRANGE && gone * 2 > seen.size();
        if (strange) {
            // Another realm of the same name, perhaps an old one restored: nobody is locked out because of that.
            LOG.log(Level.ERROR, "The realm of {0} knows {1} of {2} accounts no more", tenant.id(), gone, seen.size());
        }
        for (var one : seen) {
            if (strange && one.gone()) {
                pass(tenant, one);
            } else {
                heed(tenant, one);
            }
        }
    }

    private void heed(Tenant tenant, Seen seen) {
        try {
            visits.visit(tenant, () -> records.heed(seen.account(), seen.found()));
        } catch (RuntimeException e) {
            // One account's fault must not keep the others waiting.
            LOG.log(Level.WARNING, "What the realm of " + tenant.id() + " says of an account waits for a day", e);
            pass(tenant, seen);
        }
    }

    private void pass(Tenant tenant, Seen seen) {
        visits.visit(tenant, () -> records.pass(seen.account()));
    }
}
