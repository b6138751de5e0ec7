package dev.portico.portal.mail.boundary;

import dev.portico.portal.mail.control.BackOff;
import dev.portico.portal.mail.control.Delivery;
import dev.portico.portal.mail.control.MailAttempted;
import dev.portico.portal.mail.control.MailStore;
import dev.portico.portal.mail.control.SendingLimits;
import dev.portico.portal.mail.control.SmtpConnection;
import dev.portico.portal.mail.control.UndeliverableStore;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.mail.entity.MailProblem;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Sends one mail in one transaction. The row's lock is the claim: a node that dies gives it back, and the worst that
 * can happen is the same message twice, if it dies between the server's answer and the commit.
 */
@ApplicationScoped
public class MailDelivery {
    private static final Logger LOG = System.getLogger(MailDelivery.class.getName());
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@,;:]+@[^\\s<>@,;:]+");

    @Inject
    MailStore store;

    @Inject
    SendingLimits limits;

    @Inject
    UndeliverableStore undeliverable;

    @Inject
    TenantContext tenants;

    @Inject
    Event<MailAttempted> attempted;

    /** What became of a mail. */
    public record Attempt(Mail mail, Delivery delivery) {}

    /** Empty if the current tenant has nothing to send now. */
    @Transactional
    public Optional<Attempt> next(SmtpConnection connection) {
        var now = Instant.now();
        return store.claim(now, limits.at(now))
                .map(claimed -> new Attempt(
                        claimed.mail(),
                        claimed.undeliverable() && claimed.mail().news()
                                ? withhold(claimed.mail())
                                : deliver(claimed.mail(), connection)));
    }

    private static Delivery withhold(Mail mail) {
        mail.withheld();
        return new Delivery.Withheld();
    }

    private Delivery deliver(Mail mail, SmtpConnection connection) {
        mail.sent(Instant.now());
        // Before sending: a change that the database refuses would else be found out too late, and the mail sent anew
        // in every round.
        store.flush();
        var delivery = connection.send(mail);
        settle(mail, delivery);
        if (delivery instanceof Delivery.Unknown unknown) {
            undeliverable.mark(mail.envelope().recipient(), unknown.answer());
        }
        attempted.fire(new MailAttempted(tenants.require().id(), mail.state()));
        return delivery;
    }

    static void settle(Mail mail, Delivery delivery) {
        if (delivery instanceof Delivery.Refused refused) {
            giveUp(mail, MailProblem.REFUSED, refused.reason());
        } else if (delivery instanceof Delivery.Unknown unknown) {
            giveUp(mail, MailProblem.REFUSED, unknown.reason());
        } else if (delivery instanceof Delivery.Failed failed) {
            tryAgain(mail, failed.reason());
        } else if (delivery instanceof Delivery.Unreachable unreachable) {
            var wait = backOff(1);
            mail.unreached(Instant.now().plus(wait), unreachable.reason());
            log(mail, wait, unreachable.reason());
        }
    }

    private static void tryAgain(Mail mail, String reason) {
        if (mail.attempts() >= BackOff.MOST_ATTEMPTS) {
            giveUp(mail, MailProblem.FAILED, reason);
            return;
        }
        var wait = backOff(mail.attempts());
        mail.postponed(Instant.now().plus(wait), MailProblem.FAILED, reason);
        log(mail, wait, reason);
    }

    private static Duration backOff(int attempts) {
        return BackOff.after(attempts, ThreadLocalRandom.current().nextDouble());
    }

    private static void log(Mail mail, Duration wait, String reason) {
        LOG.log(Level.INFO, () -> "Mail %s waits %s: %s"
                .formatted(mail.envelope().messageId(), wait, withoutAddresses(reason)));
    }

    private static void giveUp(Mail mail, MailProblem problem, String reason) {
        mail.givenUp(problem, reason);
        LOG.log(Level.WARNING, () -> "Mail %s is given up: %s"
                .formatted(mail.envelope().messageId(), withoutAddresses(reason)));
    }

    /** Servers like to name the recipient, who is nobody's business in a log; the mail itself keeps every word. */
    static String withoutAddresses(String reason) {
        return ADDRESS.matcher(reason).replaceAll("(address)");
    }
}
