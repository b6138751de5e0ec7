package dev.portico.portal.outgoing.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * An origin that may be http and private.
 *
 * @param origin as {@link Origin#toString()} writes it
 * @param webhooks whether webhooks of subscribers may lead there too, whoever they are
 * @param addedBy who allowed it, as they were called then
 */
public record AllowedOrigin(UUID id, String origin, boolean webhooks, Instant addedAt, AddedBy addedBy) {
    /** @param subject of the account in the staff's realm */
    public record AddedBy(String subject, String name) {}
}
