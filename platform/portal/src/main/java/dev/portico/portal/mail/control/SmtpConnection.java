package dev.portico.portal.mail.control;

import dev.portico.portal.mail.entity.Mail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;

/** One connection for several mails; made when first needed, and again when the server has hung up. One thread only. */
public final class SmtpConnection implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SmtpConnection.class.getName());

    /**
     * RFC 3463: no such mailbox, no such domain, not an address, moved without a trace, a domain without mail. A 550 alone may as well
     * be a matter of policy, and 5.1.7 is about the sender.
     */
    private static final Pattern UNKNOWN = Pattern.compile("5[0-9]{2}[ -]5\\.1\\.(?:1|2|3|6|10)(?![0-9.])");

    private final Session session;
    private final @Nullable String user;
    private final @Nullable String password;
    private @Nullable Transport transport;

    SmtpConnection(Session session, @Nullable String user, @Nullable String password) {
        this.session = session;
        this.user = user;
        this.password = password;
    }

    /** Never throws: whatever is wrong with one mail must not stop the next. */
    public Delivery send(Mail mail) {
        try {
            return send(MailMessage.of(session, mail));
        } catch (AddressException malformed) {
            return new Delivery.Refused(reason(malformed));
        } catch (MessagingException | RuntimeException unsayable) {
            return new Delivery.Failed(reason(unsayable));
        }
    }

    private Delivery send(MimeMessage message) throws MessagingException {
        Address[] recipients = message.getAllRecipients();
        try {
            connected().sendMessage(message, recipients);
            return new Delivery.Sent();
        } catch (SendFailedException answered) {
            return refusal(answered);
        } catch (MessagingException broken) {
            close();
            return new Delivery.Unreachable(reason(broken));
        } catch (RuntimeException halfway) {
            // The server may be in the middle of a message, and would take the next one for the rest of it.
            close();
            return new Delivery.Failed(reason(halfway));
        }
    }

    private static Delivery refusal(SendFailedException answered) {
        var reason = reason(answered);
        // Only answers of 5xx to the recipient make an address "invalid"; a 4xx leaves it unsent.
        var invalid = answered.getInvalidAddresses();
        if (invalid == null || invalid.length == 0) {
            return new Delivery.Failed(reason);
        }
        return Stream.iterate((Exception) answered, Objects::nonNull, SmtpConnection::next)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(Exception::getMessage)
                .filter(answer -> UNKNOWN.matcher(answer).lookingAt())
                .findFirst()
                .<Delivery>map(answer -> new Delivery.Unknown(reason, HeaderText.of(answer)))
                .orElseGet(() -> new Delivery.Refused(reason));
    }

    private static @Nullable Exception next(Exception problem) {
        return problem instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private Transport connected() throws MessagingException {
        var current = transport;
        if (current == null || !current.isConnected()) {
            close();
            current = session.getTransport("smtp");
            current.connect(user, password);
            transport = current;
        }
        return current;
    }

    private static String reason(Exception problem) {
        var text = new StringBuilder();
        for (var cause = (Throwable) problem; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " | ").append(cause);
        }
        return HeaderText.of(text.toString());
    }

    @Override
    public void close() {
        var current = transport;
        transport = null;
        if (current != null) {
            try {
                current.close();
            } catch (MessagingException gone) {
                LOG.log(Level.DEBUG, "The SMTP server had hung up", gone);
            }
        }
    }
}
