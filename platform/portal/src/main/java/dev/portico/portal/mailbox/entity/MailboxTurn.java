package dev.portico.portal.mailbox.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A claimed turn at a mailbox.
 *
 * @param access with the secret as it is sealed
 * @param uidValidity under which {@code lastUid} counts; 0 before the first mail
 * @param lastUid mails up to this one are kept
 * @param takenFrom what had come before is not taken; empty where everything is
 */
public record MailboxTurn(
        UUID claim,
        String mailboxId,
        MailboxAccess access,
        long uidValidity,
        long lastUid,
        Optional<Instant> takenFrom) {}
