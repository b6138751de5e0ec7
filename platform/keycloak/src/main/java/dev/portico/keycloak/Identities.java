package dev.portico.keycloak;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The identities of one browser: one for each realm in which it is logged in, kept as an attribute of the HTTP
 * session. A request reads the one of its own tenant's realm and no other. Thread-safe.
 */
public final class Identities implements Serializable {

    /** Name of the session attribute. */
    public static final String ATTRIBUTE = "dev.portico.keycloak.identities";

    private static final long serialVersionUID = 1L;
    private static final Object CREATION = new Object();

    private final ConcurrentHashMap<String, Identity> byRealm = new ConcurrentHashMap<>();

    /** The session's identities; none where nobody has logged in. */
    public static Optional<Identities> find(HttpSession session) {
        return Optional.ofNullable((Identities) session.getAttribute(ATTRIBUTE));
    }

    public static Optional<Identity> find(HttpSession session, String realm) {
        return find(session).flatMap(identities -> identities.in(realm));
    }

    /** Keeps the identity in the session, in place of an earlier one of the same realm. */
    public static void put(HttpSession session, Identity identity) {
        synchronized (CREATION) {
            var identities = find(session).orElseGet(Identities::new);
            identities.byRealm.put(identity.realm(), identity);
            identities.writeTo(session);
        }
    }

    /** Forgets this very identity; one of a later login to the same realm stays. */
    public static void remove(HttpSession session, Identity identity) {
        find(session).ifPresent(identities -> {
            if (identities.byRealm.remove(identity.realm(), identity)) {
                identities.writeTo(session);
            }
        });
    }

    public Optional<Identity> in(String realm) {
        return Optional.ofNullable(byRealm.get(realm));
    }

    public boolean isEmpty() {
        return byRealm.isEmpty();
    }

    // A session store takes a changed object for unchanged until the attribute is set again.
    private void writeTo(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }
}
