package dev.portico.portal.mail.control;

import dev.portico.portal.mail.entity.Content;
import dev.portico.portal.mail.entity.Envelope;
import dev.portico.portal.mail.entity.Mail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A stored mail as MIME: the same message, by its id, date and thread, each time it is tried. */
final class MailMessage extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String messageId;

    private MailMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** @throws jakarta.mail.internet.AddressException if the recipient's address is none */
    static MimeMessage of(Session session, Mail mail) throws MessagingException {
        var message = new MailMessage(session, mail.envelope().messageId());
        message.address(mail.envelope());
        message.setHeader("Date", DATE.format(mail.createdAt()));
        // RFC 3834: no vacation notice or other robot shall answer.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.say(mail.content());
        message.saveChanges();
        return message;
    }

    private void address(Envelope envelope) throws MessagingException {
        setFrom(mailbox(envelope.sender(), envelope.senderName()));
        setRecipient(RecipientType.TO, mailbox(envelope.recipient(), envelope.recipientName()));
        setReplyTo(new InternetAddress[] {mailbox(envelope.replyTo(), envelope.senderName())});
        if (!envelope.thread().isEmpty()) {
            setHeader("In-Reply-To", envelope.thread());
            setHeader("References", envelope.thread());
        }
        if (!envelope.unsubscribe().isEmpty()) {
            // RFC 8058: with both, a mail program offers to unsubscribe and does so with one POST.
            setHeader("List-Unsubscribe", "<" + envelope.unsubscribe() + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static InternetAddress mailbox(String address, String name) throws MessagingException {
        try {
            var mailbox = new InternetAddress(address, name.isEmpty() ? null : name, UTF_8);
            mailbox.validate();
            return mailbox;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8", e);
        }
    }

    private void say(Content content) throws MessagingException {
        setSubject(content.subject(), UTF_8);
        setContentLanguage(new String[] {content.language()});
        var text = new MimeBodyPart();
        text.setText(content.text(), UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(content.html(), UTF_8, "html");
        setContent(new MimeMultipart("alternative", text, html));
    }

    /** Keeps the id that was fixed when the mail was queued; the library would make a new one for each attempt. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
