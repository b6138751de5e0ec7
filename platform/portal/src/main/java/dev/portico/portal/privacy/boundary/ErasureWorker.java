package dev.portico.portal.privacy.boundary;

import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.portal.privacy.control.ErasureDue;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Deletes the accounts at Keycloak of people who are forgotten here. Deleting twice does no harm, so no turn needs to be the last. */
@ApplicationScoped
public class ErasureWorker {
    private static final Logger LOG = System.getLogger(ErasureWorker.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final String WHAT = "Deleted people's accounts";

    @Inject
    TenantRounds rounds;

    @Inject
    Erasures erasures;

    @Inject
    RealmAccounts realm;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, WHAT, this::turn);
    }

    void erased(@Observes(during = TransactionPhase.AFTER_SUCCESS) ErasureDue due) {
        rounds.soon(due.tenantId(), WHAT, this::turn);
    }

    private void turn(Tenant tenant) {
        var next = work.ending() ? Optional.<Erasures.Due>empty() : erasures.next(Instant.now());
        while (next.isPresent()) {
            delete(tenant, next.get());
            next = work.ending() ? Optional.empty() : erasures.next(Instant.now());
        }
    }

    private void delete(Tenant tenant, Erasures.Due due) {
        try {
            due.realmSubject().ifPresent(subject -> realm.delete(tenant.id(), subject));
            erasures.done(due.request());
        } catch (LoginUnavailableException e) {
            LOG.log(Level.WARNING, "Deletion " + due.request() + " waits for Keycloak", e);
        }
    }
}
