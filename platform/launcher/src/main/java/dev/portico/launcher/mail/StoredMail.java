package dev.portico.launcher.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail that the sink took.
 *
 * @param id names it in the page's addresses; later mails have higher ids
 * @param recipients the envelope's, so that blind copies show too
 * @param raw the message as it came, RFC 5322
 */
public record StoredMail(
        String id,
        Instant receivedAt,
        List<String> recipients,
        String from,
        String to,
        String subject,
        String text,
        String html,
        String raw) {

    /** The raw message's header lines. */
    public String headers() {
        var end = raw.indexOf("\r\n\r\n");
        return end < 0 ? raw : raw.substring(0, end);
    }
}
