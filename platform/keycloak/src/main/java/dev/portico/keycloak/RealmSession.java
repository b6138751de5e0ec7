package dev.portico.keycloak;

import java.time.Instant;
import java.util.List;

/**
 * A person's session at Keycloak, perhaps with several clients.
 *
 * @param id claim {@code sid} of tokens of this session
 * @param startedAt to the second
 * @param lastAccessAt to the second
 * @param clients client ids
 */
public record RealmSession(String id, Instant startedAt, Instant lastAccessAt, String ipAddress, List<String> clients) {

    public RealmSession {
        clients = List.copyOf(clients);
    }
}
