package dev.portico.portal.mail.boundary;

import dev.portico.portal.mail.entity.Content;
import dev.portico.portal.mail.entity.Envelope;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.mail.entity.MailState;
import java.time.Instant;
import java.util.Optional;

/** A mail as it was sent, to be shown. The HTML is our own, with every text escaped. */
public record MailView(
        Envelope envelope, Content content, Instant createdAt, Optional<Instant> sentAt, MailState state) {
    static MailView of(Mail mail) {
        return new MailView(mail.envelope(), mail.content(), mail.createdAt(), mail.sentAt(), mail.state());
    }
}
