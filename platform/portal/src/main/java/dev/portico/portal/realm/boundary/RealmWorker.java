package dev.portico.portal.realm.boundary;

import dev.portico.keycloak.RealmDirectory;
import dev.portico.portal.account.control.AccountDue;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.control.TenantTurns;
import dev.portico.portal.tenant.control.Turns;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps every tenant's accounts and its realm's the same, on every node, a few tenants at a time and each in its turn. */
@ApplicationScoped
public class RealmWorker {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_AT_A_TIME = 3;

    @Inject
    TenantRounds rounds;

    @Inject
    TenantTurns taking;

    @Inject
    RealmDirectory realms;

    @Inject
    RealmRecords records;

    @Inject
    RealmWatch watch;

    @Inject
    RealmFollower follower;

    @Inject
    RealmTeller teller;

    private final Turns turns = new Turns("Accounts", MOST_AT_A_TIME, 1, this::keepTheSame);

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.everywhere(PAUSE, "Accounts", this::look);
    }

    private void look(Tenant tenant) {
        // Until Keycloak has told about a realm, somebody else asks: after a failure nobody may for a moment, not even
        // a login.
        if (realms.known().getOrDefault(tenant.id(), false) && records.hasWork()) {
            want(tenant.id());
        }
    }

    void hurry(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountDue due) {
        want(due.tenant());
    }

    private void want(String tenantId) {
        taking.want(turns, tenantId);
    }

    private void keepTheSame(Tenant tenant) {
        if (watch.look(tenant)) {
            var more = follower.follow(tenant);
            if (teller.tell(tenant) || more) {
                want(tenant.id());
            }
        }
    }
}
