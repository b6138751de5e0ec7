package dev.portico.portal.mail.entity;

/**
 * Who writes to whom in which thread. Header values without line breaks.
 *
 * @param id of the mail, unique in the tenant
 * @param sender address, without the name
 * @param recipient address, without the name
 * @param messageId in angle brackets
 * @param thread Message-ID that this mail answers to, or empty
 * @param replyTo address, without the name
 * @param unsubscribe where a mail program ends the subscription that the mail comes of, or empty
 */
public record Envelope(
        String id,
        String sender,
        String senderName,
        String recipient,
        String recipientName,
        String messageId,
        String thread,
        String replyTo,
        String unsubscribe) {
    public Envelope unsubscribedAt(String address) {
        return new Envelope(id, sender, senderName, recipient, recipientName, messageId, thread, replyTo, address);
    }
}
