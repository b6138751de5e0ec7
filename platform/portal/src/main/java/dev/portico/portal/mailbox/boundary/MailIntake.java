package dev.portico.portal.mailbox.boundary;

import dev.portico.mail.ReadMail;
import dev.portico.portal.mailbox.control.MailDeeds;
import dev.portico.portal.mailbox.control.ReceivedMailStore;
import dev.portico.portal.mailbox.entity.MailReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The transactions of one kept mail: its turn is counted before it begins, so that a mail which ends the whole process is put
 * aside at last; then what comes of it and that it is done are written together, or neither.
 */
@ApplicationScoped
@Transactional
public class MailIntake {
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration NEXT_ATTEMPT = Duration.ofMinutes(1);

    @Inject
    ReceivedMailStore mails;

    @Inject
    MailDeeds deeds;

    /** Whether anybody's turn has come. */
    public boolean hasWork() {
        return mails.hasDue(Instant.now());
    }

    /** The current tenant's next mail; empty where there is none. */
    public Optional<ReceivedMailStore.Turn> next() {
        var now = Instant.now();
        var turn = mails.claim(now, now.plus(NEXT_ATTEMPT));
        while (turn.isPresent() && turn.get().attempts() > MOST_ATTEMPTS) {
            mails.putAside(turn.get().id(), MailReason.FAILED, "", now);
            turn = mails.claim(now, now.plus(NEXT_ATTEMPT));
        }
        return turn;
    }

    /** Makes of a mail what it is to become, unless somebody was faster. */
    public void process(ReceivedMailStore.Turn turn, ReadMail mail) {
        if (!mails.lock(turn.id())) {
            return;
        }
        var outcome = deeds.process(turn.id(), turn.mailboxId(), mail);
        var sender = mail.from().map(from -> from.address().toLowerCase(Locale.ROOT));
        mails.settle(
                turn.id(),
                sender.orElse(""),
                mail.subject(),
                outcome.state(),
                outcome.reason(),
                outcome.detail(),
                outcome.ticketNumber(),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** The mail waits for another attempt, or for somebody to look at it where that was the last. */
    public void failed(ReceivedMailStore.Turn turn, String detail) {
        if (turn.attempts() >= MOST_ATTEMPTS) {
            mails.putAside(turn.id(), MailReason.FAILED, detail, Instant.now().truncatedTo(ChronoUnit.MICROS));
        } else {
            mails.failed(turn.id(), detail);
        }
    }
}
