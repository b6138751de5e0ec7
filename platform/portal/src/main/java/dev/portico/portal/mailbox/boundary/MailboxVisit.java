package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.mailbox.control.ImapFolder;
import dev.portico.portal.mailbox.control.KeptSockets;
import dev.portico.portal.mailbox.control.MailMemory;
import dev.portico.portal.mailbox.control.MailboxException;
import dev.portico.portal.mailbox.entity.KeptMail;
import dev.portico.portal.mailbox.entity.LeftMail;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.mailbox.entity.MailboxTurn;
import dev.portico.portal.tenant.control.TenantSteps;
import dev.portico.portal.tenant.entity.Tenant;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a mailbox: fetches what is there and, at a server that tells of new mails, waits for more, until somebody
 * ends it. No transaction is open while the server is asked.
 */
final class MailboxVisit {
    private static final Logger LOG = System.getLogger(MailboxVisit.class.getName());

    /** As long as a connection waits: one that has died without a word is noticed by then. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Of one mail, before it is given up. */
    private static final int MOST_TRIES = 3;

    private static final long LARGE = 1 << 20;

    private final Tenant tenant;
    private final MailboxTurn turn;
    private final MailboxRecords records;
    private final TenantSteps steps;
    private final Instant began = Instant.now();
    private long uidValidity;
    private long lastUid;
    private final KeptSockets sockets = new KeptSockets();
    private @Nullable ImapFolder folder;
    private volatile boolean ended;
    private volatile boolean slow;
    private volatile Instant waitingSince = Instant.MAX;
    private volatile Instant askedAt = Instant.MAX;
    private final AtomicBoolean nudging = new AtomicBoolean();

    MailboxVisit(Tenant tenant, MailboxTurn turn, MailboxRecords records, TenantSteps steps) {
        this.tenant = tenant;
        this.turn = turn;
        this.records = records;
        this.steps = steps;
        this.uidValidity = turn.uidValidity();
        this.lastUid = turn.lastUid();
    }

    String tenantId() {
        return tenant.id();
    }

    String mailboxId() {
        return turn.mailboxId();
    }

    UUID claim() {
        return turn.claim();
    }

    /** Whether it waits, and its connection has been open for as long as one may. */
    boolean old() {
        return waitingSince.isBefore(Instant.MAX) && began.plus(LONGEST).isBefore(Instant.now());
    }

    /** Ends it where one answer has taken longer than that, which counts as a failure. */
    void endIfStuck(Duration longestAnswer) {
        if (askedAt.isBefore(Instant.now().minus(longestAnswer))) {
            slow = true;
            end();
        }
    }

    /** Ends the visit, also while the server is asked, or before it has answered at all. */
    void end() {
        ended = true;
        sockets.close();
    }

    private synchronized void begun(ImapFolder opened) {
        folder = opened;
    }

    /** Whether somebody has ended it. */
    boolean ended() {
        return ended;
    }

    /**
     * @param waits whether it may wait for the server's news
     * @param mostBytes of one mail
     * @param memory for mails that are fetched on this node
     * @throws MailboxException where the mailbox cannot be read; not where somebody has ended the visit
     */
    void run(MailboxLogins logins, boolean waits, long mostBytes, MailMemory memory) throws MailboxException {
        try {
            var opened = ask(() -> logins.open(tenant, turn, sockets));
            try {
                begun(opened);
                serve(opened, waits, mostBytes, memory);
            } finally {
                ask(() -> {
                    opened.close();
                    return opened;
                });
            }
        } catch (MailboxException | RuntimeException e) {
            if (!ended() || slow) {
                throw e;
            }
        }
    }

    private void serve(ImapFolder opened, boolean waits, long mostBytes, MailMemory memory) throws MailboxException {
        fetchAll(opened, mostBytes, memory);
        while (waits && opened.tells() && !ended()) {
            waitingSince = Instant.now();
            opened.awaitNews();
            waitingSince = Instant.MAX;
            fetchAll(opened, mostBytes, memory);
        }
    }

    /** Something that the server has to answer. */
    private interface Question<T> {
        T ask() throws MailboxException;
    }

    private <T> T ask(Question<T> question) throws MailboxException {
        askedAt = Instant.now();
        try {
            return question.ask();
        } finally {
            askedAt = Instant.MAX;
        }
    }

    /** Whether it has waited for so long that nobody knows whether the server would tell. */
    boolean quiet(Duration pause) {
        return waitingSince.isBefore(Instant.now().minus(pause));
    }

    /** Makes it look. May take as long as the server does. */
    void nudge() {
        var opened = current();
        if (opened != null && nudging.compareAndSet(false, true)) {
            try {
                opened.nudge();
            } catch (MailboxException lost) {
                LOG.log(Level.DEBUG, "Whoever waits for that mailbox learns of it as well", lost);
            } finally {
                nudging.set(false);
            }
        }
    }

    private synchronized @Nullable ImapFolder current() {
        return ended ? null : folder;
    }

    /** What comes while some is fetched may be told to nobody. */
    private void fetchAll(ImapFolder opened, long mostBytes, MailMemory memory) throws MailboxException {
        do {
            while (fetch(opened, mostBytes, memory)) {
                continue;
            }
            if (!ended()) {
                steps.visit(tenant, () -> records.fetched(turn));
            }
        } while (fetchLeft(opened, mostBytes, memory));
    }

    /**
     * One that could not be had before, after all that is new.
     *
     * @return whether there was one
     */
    private boolean fetchLeft(ImapFolder opened, long mostBytes, MailMemory memory) throws MailboxException {
        var next = nextLeft();
        if (next.isPresent()) {
            fetchLeft(opened, next.get(), mostBytes, memory);
        }
        return next.isPresent();
    }

    private Optional<LeftMail> nextLeft() {
        return ended() ? Optional.empty() : steps.visit(tenant, () -> records.nextLeft(turn, uidValidity));
    }

    private void fetchLeft(ImapFolder opened, LeftMail mail, long mostBytes, MailMemory memory)
            throws MailboxException {
        try {
            var waiting = ask(() -> opened.one(mail.uid()));
            var size = ask(() -> waiting.map(ImapFolder.Waiting::size).orElse(0L));
            try (var share = memory.take(Math.min(size, mostBytes), this::ended)) {
                if (!share.given()) {
                    return;
                }
                var read = waiting.isPresent() ? read(opened, waiting.get(), mostBytes) : Optional.<KeptMail>empty();
                steps.visit(tenant, () -> records.keepLeft(turn, mail, read, uidValidity));
                if (read.isPresent()) {
                    markSeen(opened, waiting.get());
                }
            }
        } catch (MailboxException e) {
            if (ended() && !slow) {
                throw e;
            }
            steps.visit(tenant, () -> records.failedLeft(mail, e));
            if (e.problem() == MailboxProblem.UNREACHABLE) {
                throw e;
            }
        }
    }

    private Optional<KeptMail> read(ImapFolder opened, ImapFolder.Waiting waiting, long mostBytes)
            throws MailboxException {
        try {
            return ask(() -> opened.read(waiting, mostBytes));
        } catch (RuntimeException | OutOfMemoryError e) {
            throw MailboxException.unexpected(e);
        }
    }

    /** @return whether there may be more */
    private boolean fetch(ImapFolder opened, long mostBytes, MailMemory memory) throws MailboxException {
        startAnewIfRenumbered(opened);
        var all = ask(() -> opened.after(lastUid));
        for (var waiting : all) {
            if (ended() || !fetch(opened, waiting, mostBytes, memory)) {
                return false;
            }
        }
        return !all.isEmpty();
    }

    /** @return false where the visit has ended */
    private boolean fetch(ImapFolder opened, ImapFolder.Waiting waiting, long mostBytes, MailMemory memory)
            throws MailboxException {
        try (var share = memory.take(Math.min(waiting.size(), mostBytes), this::ended)) {
            if (!share.given()) {
                return false;
            }
            // What is large may end the whole process, and nobody could count it then.
            var tries = waiting.size() > LARGE ? tries(waiting) : 0;
            Optional<KeptMail> mail;
            try {
                if (tries > MOST_TRIES) {
                    throw new MailboxException(MailboxProblem.OTHER, "The portal has ended each time");
                }
                mail = read(opened, waiting, mostBytes);
            } catch (MailboxException e) {
                giveUp(waiting, tries, e);
                return true;
            }
            if (!keep(waiting, mail)) {
                return false;
            }
            if (mail.isPresent()) {
                markSeen(opened, waiting);
            }
            return true;
        }
    }

    private int tries(ImapFolder.Waiting waiting) {
        return steps.visit(tenant, () -> records.tries(turn, waiting.uid()));
    }

    private boolean keep(ImapFolder.Waiting waiting, Optional<KeptMail> mail) {
        if (!steps.visit(tenant, () -> records.keep(turn, mail, uidValidity, waiting.uid()))) {
            end();
            return false;
        }
        lastUid = waiting.uid();
        return true;
    }

    private void markSeen(ImapFolder opened, ImapFolder.Waiting waiting) {
        try {
            ask(() -> {
                opened.markSeen(waiting);
                return waiting;
            });
        } catch (MailboxException unwilling) {
            LOG.log(Level.DEBUG, "A mail is kept, and its server says that nobody has seen it", unwilling);
        }
    }

    /**
     * Only a mail that has ended the visit several times is given up, and the next one has its turn.
     *
     * @param counted with this one; 0 where it is not counted yet
     */
    private void giveUp(ImapFolder.Waiting waiting, int counted, MailboxException e) throws MailboxException {
        if (ended() && !slow) {
            throw e;
        }
        var all = counted > 0 ? counted : tries(waiting);
        if (all < MOST_TRIES) {
            throw e;
        }
        // What has ended the portal is not fetched again before somebody wants it.
        if (!steps.visit(tenant, () -> records.giveUp(turn, uidValidity, waiting.uid(), e, all == MOST_TRIES))) {
            end();
            throw e;
        }
        lastUid = waiting.uid();
        if (e.problem() == MailboxProblem.UNREACHABLE) {
            throw e;
        }
    }

    /** All mails have other numbers now; those that are kept are known again by what they say. */
    private void startAnewIfRenumbered(ImapFolder opened) throws MailboxException {
        var current = ask(opened::uidValidity);
        if (current != uidValidity) {
            uidValidity = current;
            lastUid = turn.takenFrom().isPresent()
                    ? ask(() -> opened.lastBefore(turn.takenFrom().get()))
                    : 0;
            steps.visit(tenant, () -> records.renumbered(turn, uidValidity, lastUid));
        }
    }
}
