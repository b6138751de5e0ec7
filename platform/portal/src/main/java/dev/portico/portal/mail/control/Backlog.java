package dev.portico.portal.mail.control;

import java.time.Instant;
import java.util.Optional;

/**
 * A tenant's mails that have not gone out.
 *
 * @param queued those that wait for their first or next attempt
 * @param oldest when the oldest of these was queued; empty if there is none
 * @param dead those given up
 * @param withheld those that are not sent, since mails do not reach their addresses
 */
public record Backlog(long queued, Optional<Instant> oldest, long dead, long withheld) {}
