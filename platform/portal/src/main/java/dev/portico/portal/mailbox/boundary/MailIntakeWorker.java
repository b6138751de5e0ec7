package dev.portico.portal.mailbox.boundary;

import dev.portico.mail.Limits;
import dev.portico.mail.MailReader;
import dev.portico.portal.failure.DatabaseFault;
import dev.portico.portal.mailbox.control.ReceivedMailStore.Turn;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.control.TenantSteps;
import dev.portico.portal.tenant.control.TenantTurns;
import dev.portico.portal.tenant.control.Turns;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Processes mails that are kept, at once where they were fetched here, and later those that wait for another attempt or that
 * a node left over. Tenants take turns of so many mails, and no mail waits for one that fails.
 */
@ApplicationScoped
public class MailIntakeWorker {
    private static final Logger LOG = System.getLogger(MailIntakeWorker.class.getName());
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final String WHAT = "Mails that came in";
    private static final int MOST_AT_A_TIME = 2;
    private static final int MOST_OF_A_TURN = 20;

    @Inject
    TenantRounds rounds;

    @Inject
    TenantTurns taking;

    @Inject
    TenantSteps steps;

    @Inject
    TenantDirectory directory;

    @Inject
    MailIntake intake;

    private final MailReader reader = new MailReader(Limits.USUAL);
    private final Turns turns = new Turns(WHAT, MOST_AT_A_TIME, 1, this::some);

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(ROUND, WHAT, this::look);
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
        taking.want(turns, tenantId);
    }

    private void some(Tenant tenant) {
        for (var done = 0; done < MOST_OF_A_TURN; done++) {
            var turn = steps.ending() ? Optional.<Turn>empty() : steps.visit(tenant, intake::next);
            if (turn.isEmpty()) {
                return;
            }
            process(tenant, turn.get());
        }
        want(tenant.id());
    }

    private Optional<String> agent(String address) {
        return directory.withStaff().stream()
                .filter(Tenant::staff)
                .findFirst()
                .flatMap(staff -> steps.visit(staff, () -> intake.agent(address)));
    }

    private void process(Tenant tenant, Turn turn) {
        try {
            var mail = reader.read(turn.raw());
            var agent = mail.from().flatMap(from -> agent(from.address()));
            steps.visit(tenant, () -> intake.process(turn, mail, agent));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (steps.ending()) {
                return;
            }
            LOG.log(
                    Level.WARNING,
                    "Mail " + turn.id() + " to " + tenant.id() + " failed, attempt " + turn.attempts(),
                    e);
            steps.visit(tenant, () -> {
                if (DatabaseFault.passes(e)) {
                    intake.postponed(turn, String.valueOf(e));
                } else {
                    intake.failed(turn, String.valueOf(e));
                }
            });
        }
    }
}
