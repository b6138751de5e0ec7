package dev.portico.portal.realm.boundary;

import dev.portico.keycloak.RealmDirectory;
import dev.portico.portal.account.control.AccountDue;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.control.TenantSteps;
import dev.portico.portal.tenant.control.Turns;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Keeps every tenant's accounts and its realm's the same, on every node, a few tenants at a time and each in its turn. */
@ApplicationScoped
public class RealmWorker {
    private static final Logger LOG = System.getLogger(RealmWorker.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_AT_A_TIME = 3;

    /** Not the one for what comes at its time, whose few threads others wait for. */
    @Resource
    ManagedExecutorService executor;

    @Inject
    TenantRounds rounds;

    @Inject
    TenantDirectory directory;

    @Inject
    RealmDirectory realms;

    @Inject
    RealmRecords records;

    @Inject
    TenantSteps visits;

    @Inject
    RealmWatch watch;

    @Inject
    RealmTeller teller;

    private final Turns turns = new Turns(MOST_AT_A_TIME);
    private volatile boolean stopped;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.everywhere(PAUSE, "Accounts", this::look);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        stopped = true;
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
        turns.want(tenantId);
        begin();
    }

    private void begin() {
        for (var next = turns.begin(); next.isPresent(); next = turns.begin()) {
            var tenantId = next.get();
            try {
                executor.execute(() -> turn(tenantId));
            } catch (RuntimeException | OutOfMemoryError e) {
                turns.end();
                LOG.log(Level.WARNING, "Accounts of " + tenantId + " wait for the next round", e);
            }
        }
    }

    private void turn(String tenantId) {
        try {
            directory.byId(tenantId).filter(this::keepTheSame).ifPresent(tenant -> turns.want(tenantId));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(stopped || visits.ending() ? Level.DEBUG : Level.WARNING, "Accounts of " + tenantId + " wait", e);
        } finally {
            turns.end();
            begin();
        }
    }

    /** @return whether there may be more to do at once */
    private boolean keepTheSame(Tenant tenant) {
        return !stopped && !visits.ending() && watch.look(tenant) && teller.tell(tenant);
    }
}
