package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.mailbox.control.LeftMailStore;
import dev.portico.portal.mailbox.control.MailboxException;
import dev.portico.portal.mailbox.control.MailboxStore;
import dev.portico.portal.mailbox.control.ReceivedMailStore;
import dev.portico.portal.mailbox.entity.KeptMail;
import dev.portico.portal.mailbox.entity.LeftMail;
import dev.portico.portal.mailbox.entity.MailboxTurn;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The transactions between which a mail server is asked. */
@ApplicationScoped
@Transactional
class MailboxRecords {
    /** Renewed all the time while the mailbox is served. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    @Inject
    MailboxStore mailboxes;

    @Inject
    ReceivedMailStore mails;

    @Inject
    LeftMailStore left;

    @Inject
    TenantContext tenants;

    @Inject
    Event<MailReceived> received;

    Optional<MailboxTurn> claim() {
        return mailboxes.claim(CLAIM);
    }

    List<String> renew(List<UUID> claims) {
        return mailboxes.renew(claims, CLAIM);
    }

    /**
     * Keeps a mail and the place up to which the folder has been read, both or none.
     *
     * @return false where another node serves the mailbox meanwhile, and nothing was kept
     */
    boolean keep(MailboxTurn turn, Optional<KeptMail> mail, long uidValidity, long uid) {
        if (!mailboxes.kept(turn, uidValidity, uid)) {
            return false;
        }
        mail.ifPresent(some -> add(turn, some, uidValidity, uid));
        return true;
    }

    private void add(MailboxTurn turn, KeptMail mail, long uidValidity, long uid) {
        if (mails.add(turn.mailboxId(), mail, uidValidity, uid)) {
            received.fire(new MailReceived(tenants.require().id()));
        }
    }

    /**
     * Counts one more try to read this mail.
     *
     * @return how many in a row, with this one
     */
    int tries(MailboxTurn turn, long uid) {
        return mailboxes.tries(turn, uid);
    }

    /**
     * Puts a mail aside without its content; it counts as read.
     *
     * @param later whether it is fetched again unasked
     * @return false where another node serves the mailbox meanwhile
     */
    boolean giveUp(MailboxTurn turn, long uidValidity, long uid, MailboxException problem, boolean later) {
        if (!mailboxes.kept(turn, uidValidity, uid)) {
            return false;
        }
        left.add(turn.mailboxId(), uidValidity, uid, String.valueOf(problem.getMessage()), later);
        return true;
    }

    /** That the server has numbered all mails anew; those after {@code lastUid} come again. */
    void renumbered(MailboxTurn turn, long uidValidity, long lastUid) {
        if (mailboxes.kept(turn, uidValidity, lastUid)) {
            left.renumbered(turn.mailboxId(), uidValidity);
        }
    }

    /** A mail that was left at the server, and whose turn it is again. */
    Optional<LeftMail> nextLeft(MailboxTurn turn, long uidValidity) {
        return left.next(turn.mailboxId(), uidValidity);
    }

    /** @param mail as it is now; empty where the server has it no more */
    void keepLeft(MailboxTurn turn, LeftMail was, Optional<KeptMail> mail, long uidValidity) {
        if (mail.isEmpty()) {
            left.gone(was);
        } else if (left.remove(was)) {
            add(turn, mail.get(), uidValidity, was.uid());
        }
    }

    void failedLeft(LeftMail mail, MailboxException problem) {
        left.failed(mail, String.valueOf(problem.getMessage()));
    }

    void fetched(MailboxTurn turn) {
        mailboxes.fetched(turn);
    }

    void end(MailboxTurn turn, Duration pause) {
        mailboxes.end(turn, pause);
    }

    /** @return for how long nobody tries again: twice as long after each failure */
    Duration failed(MailboxTurn turn, MailboxException problem, Duration pause) {
        var times = mailboxes.failed(turn, problem.problem(), String.valueOf(problem.getMessage()));
        // Somebody waits for their mail: a server that was away is noticed within minutes.
        var longest = pause.compareTo(LONGEST_WAIT) > 0 ? pause : LONGEST_WAIT;
        var wait = pause.multipliedBy(1L << Math.min(Math.max(0, times - 1), 20));
        var next = wait.compareTo(longest) > 0 ? longest : wait;
        mailboxes.end(turn, next);
        return next;
    }
}
