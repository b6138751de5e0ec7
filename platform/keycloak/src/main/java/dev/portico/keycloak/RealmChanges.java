package dev.portico.keycloak;

import java.time.Instant;
import java.util.Set;

/**
 * Accounts that somebody other than the portal has made, changed or removed.
 *
 * @param until what to ask from the next time. A little before the last change, since Keycloak's record of a change may
 *     become visible late: changes of the last minute are told more than once
 */
public record RealmChanges(Set<String> subjects, Instant until) {

    public RealmChanges {
        subjects = Set.copyOf(subjects);
    }
}
