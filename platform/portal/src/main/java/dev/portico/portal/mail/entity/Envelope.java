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
 */
public record Envelope(
        String id,
        String sender,
        String senderName,
        String recipient,
        String recipientName,
        String messageId,
        String thread,
        String replyTo) {}
