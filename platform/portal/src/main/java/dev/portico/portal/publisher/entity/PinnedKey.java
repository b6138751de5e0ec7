package dev.portico.portal.publisher.entity;

import dev.portico.plugin.host.signature.PublisherKey;
import java.time.Instant;

/**
 * A key whose signature counts here.
 *
 * @param publisher the name under which it is trusted; several keys may have the same
 * @param pinnedBy who did, as they were called then
 */
public record PinnedKey(PublisherKey key, String publisher, Instant pinnedAt, PinnedBy pinnedBy) {
    /** @param subject of the account in the staff's realm */
    public record PinnedBy(String subject, String name) {}

    public String sha256() {
        return key.sha256();
    }
}
