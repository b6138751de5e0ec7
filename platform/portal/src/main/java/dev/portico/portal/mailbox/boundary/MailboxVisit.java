package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.mailbox.control.ImapFolder;
import dev.portico.portal.mailbox.control.MailboxAccesses;
import dev.portico.portal.mailbox.control.MailboxException;
import dev.portico.portal.mailbox.entity.MailboxTurn;
import dev.portico.portal.tenant.control.TenantSteps;
import dev.portico.portal.tenant.entity.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a mailbox: fetches what is there and, at a server that tells of new mails, waits for more, until somebody
 * ends it. No transaction is open while the server is asked.
 */
final class MailboxVisit {
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
                fetch(opened, mostBytes);
                while (waits && opened.tells() && !ended()) {
                    opened.awaitNews();
                    fetch(opened, mostBytes);
                }
            }
        } catch (MailboxException e) {
            if (!ended()) {
                throw e;
            }
        }
    }

    private void fetch(ImapFolder opened, long mostBytes) throws MailboxException {
        startAnewIfRenumbered(opened.uidValidity());
        var kept = new ArrayList<ImapFolder.Waiting>();
        for (var waiting : opened.after(lastUid)) {
            if (ended()) {
                return;
            }
            var mail = opened.read(waiting, mostBytes);
            if (!steps.visit(tenant, () -> records.keep(turn, mail, uidValidity, waiting.uid()))) {
                end();
                return;
            }
            lastUid = waiting.uid();
            mail.ifPresent(some -> kept.add(waiting));
        }
        if (!kept.isEmpty()) {
            opened.markSeen(kept);
        }
        steps.visit(tenant, () -> records.fetched(turn));
    }

    /** All mails have other numbers now; those that are kept are known again by what they say. */
    private void startAnewIfRenumbered(long current) {
        if (current != uidValidity) {
            uidValidity = current;
            lastUid = 0;
        }
    }
}
