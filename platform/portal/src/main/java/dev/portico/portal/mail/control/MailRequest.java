package dev.portico.portal.mail.control;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mail to be sent to one person, in that person's language.
 *
 * @param ticketNumber the ticket whose thread and Activity History the mail belongs to
 * @param visibleToRequester whether customers see it in the Activity History
 * @param internal whether it tells of what no customer may learn
 * @param body plain text: a blank line parts paragraphs; lines that start with "> " are quoted, see {@link #quoted}
 * @param action the one thing to do next, shown as a button
 * @param unsubscribing where it comes of a subscription
 */
public record MailRequest(
        Optional<Long> ticketNumber,
        Recipient to,
        boolean visibleToRequester,
        boolean internal,
        String subject,
        String body,
        Optional<Action> action,
        Optional<Unsubscribing> unsubscribing) {

    /** One of which customers may learn. */
    public MailRequest(
            Optional<Long> ticketNumber,
            Recipient to,
            boolean visibleToRequester,
            String subject,
            String body,
            Optional<Action> action,
            Optional<Unsubscribing> unsubscribing) {
        this(ticketNumber, to, visibleToRequester, false, subject, body, action, unsubscribing);
    }

    /** One that comes of no subscription. */
    public MailRequest(
            Optional<Long> ticketNumber,
            Recipient to,
            boolean visibleToRequester,
            String subject,
            String body,
            Optional<Action> action) {
        this(ticketNumber, to, visibleToRequester, subject, body, action, Optional.empty());
    }

    /** Marks {@code text}, of several lines, as what somebody wrote. */
    public static String quoted(String text) {
        return text.strip().lines().map(line -> ("> " + line).stripTrailing()).collect(Collectors.joining("\n"));
    }
}
