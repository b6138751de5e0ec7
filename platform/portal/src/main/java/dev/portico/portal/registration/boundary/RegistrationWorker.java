package dev.portico.portal.registration.boundary;

import dev.portico.portal.registration.control.RegistrationAsked;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;

/** Writes the mails of registrations after those who registered have been answered, and forgets old ones. */
@ApplicationScoped
public class RegistrationWorker {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration SWEEP = Duration.ofHours(1);

    @Inject
    TenantRounds rounds;

    @Inject
    Registrations registrations;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, "Registrations", this::mail);
        rounds.every(SWEEP, "Old registrations", tenant -> registrations.sweep());
    }

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) RegistrationAsked asked) {
        rounds.soon(asked.tenant(), "Registrations", this::mail);
    }

    private void mail(Tenant tenant) {
        while (tenant.admission().open() && !work.ending() && registrations.mailNext()) {
            // The next one has a transaction of its own.
        }
    }
}
