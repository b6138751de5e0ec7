package dev.portico.portal.mailbox.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * A mailbox as it is set up.
 *
 * @param address of the support, for people
 * @param access with the secret as it is sealed
 * @param ticketType what a new mail becomes a ticket of
 * @param server authserv-id whose Authentication-Results are believed; empty where nobody's are
 * @param takenFrom what had come before is not taken; empty where everything is
 * @param used whether mails have come through it
 */
public record Mailbox(
        String id,
        String address,
        MailboxAccess access,
        String ticketType,
        String server,
        boolean enabled,
        Optional<Instant> takenFrom,
        long version,
        boolean used) {}
