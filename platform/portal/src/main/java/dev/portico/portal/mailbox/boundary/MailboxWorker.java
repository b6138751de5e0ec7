package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.mailbox.control.MailMemory;
import dev.portico.portal.mailbox.control.MailboxException;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.mailbox.entity.MailboxTurn;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.control.TenantSteps;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves mailboxes, each from one node at a time: whoever has claimed it renews that as long as its connection is open, and
 * when a node dies another takes over. Some connections wait for the server's news; where there are more mailboxes than that,
 * the others are asked every now and then, and so are those of servers that tell nothing.
 */
@ApplicationScoped
public class MailboxWorker {
    private static final Logger LOG = System.getLogger(MailboxWorker.class.getName());
    private static final Duration ROUND = Duration.ofSeconds(5);

    /**
     * A server may send a byte now and then for ever. Meanwhile its mailbox has a place among few, and one mail takes room from all
     * of them.
     */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

    private static final int MOST_VISITS = 64;
    private static final int MOST_WAITING = 48;

    /** The others' mailboxes have their places whatever the servers of one tenant do. */
    private static final int MOST_VISITS_OF_A_TENANT = 16;

    private static final int MOST_WAITING_OF_A_TENANT = 12;

    /** Not the one for what comes at its time, whose few threads others wait for. */
    @Resource
    ManagedExecutorService executor;

    @Inject
    TenantRounds rounds;

    @Inject
    TenantSteps steps;

    @Inject
    MailboxRecords records;

    @Inject
    MailboxLogins logins;

    /** Between two looks at a mailbox, whether or not its server tells of new mails. */
    @Inject
    @ConfigProperty(name = "portico.mailbox.poll", defaultValue = "PT60S")
    Duration poll;

    /** Of a larger mail only the header is fetched. */
    @Inject
    @ConfigProperty(name = "portico.mailbox.most-bytes", defaultValue = "52428800")
    long mostBytes;

    private final MailMemory memory = MailMemory.usual();

    private final Map<UUID, MailboxVisit> visits = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(ROUND, "Mailboxes", this::look);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        stopped = true;
        visits.values().forEach(MailboxVisit::end);
    }

    private void look(Tenant tenant) {
        if (stopped || steps.ending()) {
            visits.values().forEach(MailboxVisit::end);
            return;
        }
        renew(tenant);
        while (visits.size() < MOST_VISITS && of(tenant).count() < MOST_VISITS_OF_A_TENANT && begun(tenant)) {
            // One more.
        }
    }

    private Stream<MailboxVisit> of(Tenant tenant) {
        return visits.values().stream().filter(visit -> visit.tenantId().equals(tenant.id()));
    }

    private void renew(Tenant tenant) {
        var own = of(tenant).toList();
        if (own.isEmpty()) {
            return;
        }
        var goOn = records.renew(own.stream().map(MailboxVisit::claim).toList());
        own.forEach(visit -> visit.endIfStuck(LONGEST_ANSWER));
        own.stream()
                .filter(visit -> visit.old() || !goOn.contains(visit.mailboxId()))
                .forEach(MailboxVisit::end);
        own.stream().filter(visit -> visit.quiet(poll)).forEach(this::nudge);
    }

    private void nudge(MailboxVisit visit) {
        try {
            executor.execute(visit::nudge);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.DEBUG, "A mailbox is looked into in the next round", e);
        }
    }

    /** @return whether there was a mailbox to begin with */
    private boolean begun(Tenant tenant) {
        var turn = records.claim();
        turn.ifPresent(claimed -> begin(tenant, claimed));
        return turn.isPresent();
    }

    private void begin(Tenant tenant, MailboxTurn turn) {
        var waits = visits.size() < MOST_WAITING && of(tenant).count() < MOST_WAITING_OF_A_TENANT;
        var visit = new MailboxVisit(tenant, turn, records, steps);
        visits.put(turn.claim(), visit);
        try {
            executor.execute(() -> run(tenant, turn, visit, waits));
        } catch (RuntimeException | OutOfMemoryError e) {
            visits.remove(turn.claim());
            LOG.log(Level.WARNING, "The mailbox " + turn.mailboxId() + " of " + tenant.id() + " waits", e);
        }
    }

    private void run(Tenant tenant, MailboxTurn turn, MailboxVisit visit, boolean waits) {
        try {
            visit.run(logins, waits, mostBytes, memory);
            // Where the server would tell, somebody goes on waiting at once: here after a while, elsewhere when this
            // ends.
            steps.visit(tenant, () -> records.end(turn, visit.ended() ? Duration.ZERO : poll));
        } catch (MailboxException e) {
            if (e.problem() == MailboxProblem.BUSY) {
                later(tenant, turn);
            } else {
                failed(tenant, turn, e);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(
                    stopped || steps.ending() ? Level.DEBUG : Level.WARNING,
                    "A mailbox of " + tenant.id() + " waits",
                    e);
            failed(tenant, turn, MailboxException.unexpected(e));
        } finally {
            visits.remove(turn.claim());
        }
    }

    /** Nothing is wrong with it. */
    private void later(Tenant tenant, MailboxTurn turn) {
        try {
            steps.visit(tenant, () -> records.end(turn, ROUND));
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "A mailbox of " + tenant.id() + " waits until its claim ends", e);
        }
    }

    private void failed(Tenant tenant, MailboxTurn turn, MailboxException problem) {
        try {
            var wait = steps.visit(tenant, () -> records.failed(turn, problem, poll));
            // The server's own words may name people: those are for the tenant's administrators.
            LOG.log(Level.WARNING, () -> "The mailbox %s of %s cannot be read, next in %s: %s"
                    .formatted(turn.mailboxId(), tenant.id(), wait, problem.problem()));
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "What is wrong with a mailbox of " + tenant.id() + " is not recorded", e);
        }
    }
}
