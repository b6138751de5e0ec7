package dev.portico.portal.realm.boundary;

import dev.portico.keycloak.AccountExistsException;
import dev.portico.keycloak.AccountRefusedException;
import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.keycloak.RealmAccount;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.portal.realm.control.RealmPerson;
import dev.portico.portal.realm.entity.ClaimedAccount;
import dev.portico.portal.realm.entity.DueAccount;
import dev.portico.portal.realm.entity.RealmProblem;
import dev.portico.portal.tenant.control.TenantSteps;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Tells Keycloak the whole of what it shall hold of accounts that are due. */
@ApplicationScoped
class RealmTeller {
    private static final Logger LOG = System.getLogger(RealmTeller.class.getName());
    private static final int BATCH = 10;

    @Inject
    TenantSteps visits;

    @Inject
    RealmRecords records;

    @Inject
    RealmAccounts realms;

    @Inject
    RealmWatch watch;

    /** @return whether more may be due */
    boolean tell(Tenant tenant) {
        var begun = System.nanoTime();
        var batch = visits.visit(tenant, () -> records.claimDue(BATCH));
        for (var index = 0; index < batch.size(); index++) {
            var slow = RealmRecords.ends(begun);
            if (visits.ending() || slow || !tell(tenant, batch.get(index))) {
                var rest = batch.subList(index, batch.size());
                visits.visit(tenant, () -> records.release(rest.stream().map(ClaimedAccount::claim)));
                return slow;
            }
        }
        return batch.size() == BATCH;
    }

    /** @return whether Keycloak answers */
    private boolean tell(Tenant tenant, ClaimedAccount claimed) {
        try {
            var subject = subject(tenant, claimed.due());
            visits.visit(
                    tenant,
                    () -> subject.ifPresentOrElse(known -> records.told(claimed, known), () -> records.gone(claimed)));
        } catch (AccountExistsException e) {
            visits.visit(tenant, () -> records.untold(claimed, RealmProblem.EXISTS, ""));
        } catch (AccountRefusedException e) {
            visits.visit(tenant, () -> records.untold(claimed, RealmProblem.REFUSED, e.field()));
        } catch (LoginUnavailableException e) {
            visits.visit(tenant, () -> records.untold(claimed, RealmProblem.UNAVAILABLE, ""));
            watch.silent(tenant, e);
            return false;
        } catch (RuntimeException e) {
            // One account's fault must not keep the others waiting.
            LOG.log(Level.WARNING, "Keycloak is not told of an account of " + tenant.id(), e);
            visits.visit(tenant, () -> records.untold(claimed, RealmProblem.UNEXPECTED, ""));
        }
        return true;
    }

    /** Keycloak's id of the account that now holds it; nothing where somebody has removed that. */
    private Optional<String> subject(Tenant tenant, DueAccount account) {
        var known = account.realmSubject().or(() -> made(tenant, account));
        if (known.isEmpty()) {
            return Optional.of(create(tenant, account));
        }
        var realm = tenant.id();
        var there = realms.update(realm, known.get(), current -> RealmPerson.state(account, Optional.of(current)));
        if (there && account.endSessions()) {
            realms.endSessions(realm, known.get());
        }
        return there ? known : Optional.empty();
    }

    /** By a turn that was interrupted before it could say so. */
    private Optional<String> made(Tenant tenant, DueAccount account) {
        return account.tried()
                ? realms.byAttribute(tenant.id(), RealmPerson.KEY, account.subject())
                        .map(RealmAccount::subject)
                : Optional.empty();
    }

    private String create(Tenant tenant, DueAccount account) {
        try {
            return realms.create(tenant.id(), RealmPerson.state(account, Optional.empty()));
        } catch (AccountExistsException e) {
            var found = realms.byEmail(tenant.id(), account.profile().email())
                    .filter(other -> visits.visit(tenant, () -> records.mayAdopt(account, other)))
                    .orElseThrow(() -> e);
            realms.update(tenant.id(), found.subject(), current -> RealmPerson.state(account, Optional.of(current)));
            return found.subject();
        }
    }
}
