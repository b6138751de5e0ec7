package dev.portico.portal.mailbox.boundary;

import dev.portico.mail.ReadMail;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.mailbox.control.MailDeeds;
import dev.portico.portal.mailbox.control.ReceivedMailStore;
import dev.portico.portal.mailbox.entity.MailReason;
import dev.portico.portal.mailbox.entity.MailState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
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
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    /** All attempts take some four hours. */
    private static final int LONGER_EACH_TIME = 6;

    @Inject
    ReceivedMailStore mails;

    @Inject
    MailDeeds deeds;

    @Inject
    AccountStore accounts;

    /** Whether anybody's turn has come. */
    public boolean hasWork() {
        return mails.hasDue();
    }

    /** The current tenant's next mail; empty where there is none. */
    public Optional<ReceivedMailStore.Turn> next() {
        var turn = mails.claim(FIRST_WAIT);
        while (turn.isPresent() && turn.get().attempts() > MOST_ATTEMPTS) {
            mails.putAside(turn.get(), MailReason.FAILED, "");
            turn = mails.claim(FIRST_WAIT);
        }
        return turn;
    }

    /**
     * Who has the address in the current tenant, which is staff's own: agents are people of no other.
     *
     * @return subject
     */
    public Optional<String> agent(String address) {
        return accounts.byAddress(address).stream()
                .filter(account -> account.enabled() && !account.erased())
                .map(Account::subject)
                .findFirst();
    }

    /**
     * Makes of a mail what it is to become, unless somebody was faster.
     *
     * @param agent subject of whoever of staff has the sender's address
     */
    public void process(ReceivedMailStore.Turn turn, ReadMail mail, Optional<String> agent) {
        if (!mails.lock(turn.id())) {
            return;
        }
        var outcome = deeds.process(turn, mail, agent);
        if (outcome.state() == MailState.WAITING) {
            mails.postpone(turn, outcome.reason(), outcome.detail());
            return;
        }
        var sender = mail.from().map(from -> from.address().toLowerCase(Locale.ROOT));
        mails.settle(
                turn.id(),
                sender.orElse(""),
                mail.subject(),
                outcome.state(),
                outcome.reason(),
                outcome.detail(),
                outcome.ticketNumber());
    }

    /** The mail waits for another attempt, or for somebody to look at it where that was the last. */
    public void failed(ReceivedMailStore.Turn turn, String detail) {
        if (turn.attempts() >= MOST_ATTEMPTS) {
            mails.putAside(turn, MailReason.FAILED, detail);
        } else {
            var times = (long) Math.pow(LONGER_EACH_TIME, turn.attempts() - 1);
            mails.failed(turn, detail, FIRST_WAIT.multipliedBy(times));
        }
    }

    /** The mail waits, for a fault that is none of its own. */
    public void postponed(ReceivedMailStore.Turn turn, String detail) {
        mails.postpone(turn, null, detail);
    }
}
