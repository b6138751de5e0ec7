package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.mailbox.control.ImapFolder;
import dev.portico.portal.mailbox.control.MailboxAccesses;
import dev.portico.portal.mailbox.control.MailboxException;
import dev.portico.portal.mailbox.entity.MailboxTurn;
import dev.portico.portal.tenant.control.TenantSteps;
import dev.portico.portal.tenant.entity.Tenant;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /** As long as a connection is kept: one that has died without a word is noticed by then. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Tenant tenant;
    private final MailboxTurn turn;
    private final MailboxRecords records;
    private final TenantSteps steps;
    private final Instant began = Instant.now();
    private long uidValidity;
    private long lastUid;
    private @Nullable ImapFolder folder;
    private boolean ended;
    private volatile Instant waitingSince = Instant.MAX;
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

    /** Whether its connection has been open for as long as one may. */
    boolean old() {
        return began.plus(LONGEST).isBefore(Instant.now());
    }

    /** Ends the visit, also while the server is asked. */
    synchronized void end() {
        ended = true;
        if (folder != null) {
            folder.abort();
        }
    }

    private synchronized boolean begun(ImapFolder opened) {
        folder = opened;
        return !ended;
    }

    /** Whether somebody has ended it. */
    synchronized boolean ended() {
        return ended;
    }

    /**
     * @param waits whether it may wait for the server's news
     * @param mostBytes of one mail
     * @throws MailboxException where the mailbox cannot be read; not where somebody has ended the visit
     */
    void run(MailboxAccesses accesses, boolean waits, long mostBytes) throws MailboxException {
        try (var opened = new ImapFolder(accesses.open(tenant.id(), turn))) {
            if (begun(opened)) {
                fetchAll(opened, mostBytes);
                while (waits && opened.tells() && !ended()) {
                    waitingSince = Instant.now();
                    opened.awaitNews();
                    waitingSince = Instant.MAX;
                    fetchAll(opened, mostBytes);
                }
            }
        } catch (MailboxException e) {
            if (!ended()) {
                throw e;
            }
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
    private void fetchAll(ImapFolder opened, long mostBytes) throws MailboxException {
        while (fetch(opened, mostBytes)) {
            continue;
        }
        if (!ended()) {
            steps.visit(tenant, () -> records.fetched(turn));
        }
    }

    /** @return whether there may be more */
    private boolean fetch(ImapFolder opened, long mostBytes) throws MailboxException {
        startAnewIfRenumbered(opened);
        var kept = new ArrayList<ImapFolder.Waiting>();
        var all = opened.after(lastUid);
        for (var waiting : all) {
            if (ended()) {
                return false;
            }
            var mail = opened.read(waiting, mostBytes);
            if (!steps.visit(tenant, () -> records.keep(turn, mail, uidValidity, waiting.uid()))) {
                end();
                return false;
            }
            lastUid = waiting.uid();
            mail.ifPresent(some -> kept.add(waiting));
        }
        if (!kept.isEmpty()) {
            opened.markSeen(kept);
        }
        return !all.isEmpty();
    }

    /** All mails have other numbers now; those that are kept are known again by what they say. */
    private void startAnewIfRenumbered(ImapFolder opened) throws MailboxException {
        var current = opened.uidValidity();
        if (current != uidValidity) {
            uidValidity = current;
            lastUid = turn.takenFrom().isPresent()
                    ? opened.lastBefore(turn.takenFrom().get())
                    : 0;
            steps.visit(tenant, () -> records.keep(turn, Optional.empty(), uidValidity, lastUid));
        }
    }
}
