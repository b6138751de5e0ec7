package dev.portico.portal.mailbox.boundary;

import dev.portico.mail.Limits;
import dev.portico.mail.MailReader;
import dev.portico.portal.mailbox.control.ReceivedMailStore.Turn;
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

/**
 * Processes mails that are kept, at once where they were fetched here, and later those that wait for another attempt or that
 * a node left over. Tenants take turns of so many mails, and no mail waits for one that fails.
 */
@ApplicationScoped
public class MailIntakeWorker {
    private static final Logger LOG = System.getLogger(MailIntakeWorker.class.getName());
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int MOST_AT_A_TIME = 2;
    private static final int MOST_OF_A_TURN = 20;

    /** Not the one for what comes at its time, whose few threads others wait for. */
    @Resource
    ManagedExecutorService executor;

    @Inject
    TenantRounds rounds;

    @Inject
    TenantDirectory directory;

    @Inject
    TenantSteps steps;

    @Inject
    MailIntake intake;

    private final MailReader reader = new MailReader(Limits.USUAL);
    private final Turns turns = new Turns(MOST_AT_A_TIME);
    private volatile boolean stopped;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(ROUND, "Mails that came in", this::look);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        stopped = true;
    }

    void received(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailReceived received) {
        want(received.tenantId());
    }

    private void look(Tenant tenant) {
        if (intake.hasWork()) {
            want(tenant.id());
        }
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
                LOG.log(Level.WARNING, "Mails to " + tenantId + " wait for the next round", e);
            }
        }
    }

    private void turn(String tenantId) {
        try {
            directory.byId(tenantId).filter(this::some).ifPresent(tenant -> turns.want(tenantId));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(stopped || steps.ending() ? Level.DEBUG : Level.WARNING, "Mails to " + tenantId + " wait", e);
        } finally {
            turns.end();
            begin();
        }
    }

    /** @return whether there may be more */
    private boolean some(Tenant tenant) {
        for (var done = 0; done < MOST_OF_A_TURN; done++) {
            if (stopped || steps.ending()) {
                return false;
            }
            var turn = steps.visit(tenant, intake::next);
            if (turn.isEmpty()) {
                return false;
            }
            process(tenant, turn.get());
        }
        return true;
    }

    private void process(Tenant tenant, Turn turn) {
        try {
            var mail = reader.read(turn.raw());
            steps.visit(tenant, () -> intake.process(turn, mail));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (stopped || steps.ending()) {
                return;
            }
            LOG.log(
                    Level.WARNING,
                    "Mail " + turn.id() + " to " + tenant.id() + " failed, attempt " + turn.attempts(),
                    e);
            steps.visit(tenant, () -> intake.failed(turn, String.valueOf(e)));
        }
    }
}
