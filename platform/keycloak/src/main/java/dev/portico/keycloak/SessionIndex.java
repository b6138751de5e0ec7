package dev.portico.keycloak;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which HTTP sessions of this node hold an identity of which session at Keycloak, so that a logout there is
 * carried out here. To be registered as a listener of the servlet context: a destroyed session then leaves no
 * entry. The lock is never held while a session is touched, because a container may hold a session's own lock
 * while it reports that session's end. Thread-safe.
 */
public final class SessionIndex implements HttpSessionListener, HttpSessionIdListener {

    private static final Duration NOTICE_LIFE = Duration.ofMinutes(5);
    private static final int NOTICE_CAPACITY = 10_000;

    private final Map<String, Entry> byHttpSession = new HashMap<>();
    private final Map<String, Set<Entry>> byKey = new HashMap<>();
    private final RecentKeys ended;

    public SessionIndex() {
        this(InstantSource.system());
    }

    SessionIndex(InstantSource clock) {
        ended = new RecentKeys(NOTICE_LIFE, NOTICE_CAPACITY, clock);
    }

    /**
     * Notes that the session holds the identity; to be called after login, and cheap enough for each request, so
     * that a session that came from another node is known here as well.
     *
     * @return false where Keycloak has reported the end of that very session already: the identity must not be
     *     used
     */
    public synchronized boolean register(HttpSession session, Identity identity) {
        if (identity.sessionId()
                .filter(sid -> ended.contains(sidKey(identity.issuer(), sid)))
                .isPresent()) {
            return false;
        }
        var entry = byHttpSession.computeIfAbsent(session.getId(), id -> new Entry(session));
        var earlier = entry.byRealm.put(identity.realm(), identity);
        if (!identity.equals(earlier)) {
            if (earlier != null) {
                unlink(entry, earlier);
            }
            keys(identity).forEach(key -> byKey.computeIfAbsent(key, none -> new HashSet<>())
                    .add(entry));
        }
        return true;
    }

    /** How many HTTP sessions hold an identity of each realm. */
    public synchronized Map<String, Integer> sizes() {
        var sizes = new HashMap<String, Integer>();
        byHttpSession
                .values()
                .forEach(entry -> entry.byRealm.keySet().forEach(realm -> sizes.merge(realm, 1, Integer::sum)));
        return sizes;
    }

    /** Forgets an identity that the user has logged out of here. */
    public synchronized void forget(HttpSession session, Identity identity) {
        var entry = byHttpSession.get(session.getId());
        if (entry != null && entry.byRealm.remove(identity.realm(), identity)) {
            unlink(entry, identity);
            if (entry.byRealm.isEmpty()) {
                byHttpSession.remove(session.getId());
            }
        }
    }

    /**
     * Takes the identities that the notice concerns out of their HTTP sessions; identities of other realms stay.
     * A session left without any is invalidated, with whatever the pages kept in it.
     *
     * @return how many identities were taken
     */
    public int end(LogoutNotice notice) {
        var found = take(notice);
        found.forEach(Held::end);
        return found.size();
    }

    private synchronized List<Held> take(LogoutNotice notice) {
        notice.sessionId().ifPresent(sid -> ended.add(sidKey(notice.issuer(), sid)));
        var found = new ArrayList<Held>();
        for (var entry : List.copyOf(byKey.getOrDefault(key(notice), Set.of()))) {
            for (var identity : List.copyOf(entry.byRealm.values())) {
                if (notice.concerns(identity)) {
                    entry.byRealm.remove(identity.realm());
                    unlink(entry, identity);
                    found.add(new Held(entry.session, identity));
                }
            }
            if (entry.byRealm.isEmpty()) {
                byHttpSession.values().remove(entry);
            }
        }
        return found;
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        var entry = byHttpSession.remove(event.getSession().getId());
        if (entry != null) {
            entry.byRealm.values().forEach(identity -> unlink(entry, identity));
        }
    }

    @Override
    public synchronized void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
        var entry = byHttpSession.remove(oldSessionId);
        if (entry != null) {
            byHttpSession.put(event.getSession().getId(), entry);
        }
    }

    /** How many entries are held, for a test of leaks. */
    synchronized int size() {
        return byHttpSession.size() + byKey.size();
    }

    private void unlink(Entry entry, Identity identity) {
        for (var key : keys(identity)) {
            byKey.computeIfPresent(key, (same, entries) -> {
                entries.remove(entry);
                return entries.isEmpty() ? null : entries;
            });
        }
    }

    private static List<String> keys(Identity identity) {
        var subject = subjectKey(identity.issuer(), identity.subject());
        return identity.sessionId()
                .map(sid -> List.of(sidKey(identity.issuer(), sid), subject))
                .orElse(List.of(subject));
    }

    private static String key(LogoutNotice notice) {
        return notice.sessionId()
                .map(sid -> sidKey(notice.issuer(), sid))
                .orElseGet(() -> subjectKey(notice.issuer(), notice.subject().orElseThrow()));
    }

    private static String sidKey(String issuer, String sid) {
        return issuer + " sid " + sid;
    }

    private static String subjectKey(String issuer, String subject) {
        return issuer + " sub " + subject;
    }

    /** One HTTP session; equal to itself only, since its id may change. */
    private static final class Entry {
        final HttpSession session;
        final Map<String, Identity> byRealm = new HashMap<>();

        Entry(HttpSession session) {
            this.session = session;
        }
    }

    private record Held(HttpSession session, Identity identity) {

        void end() {
            try {
                Identities.remove(session, identity);
                if (Identities.find(session).map(Identities::isEmpty).orElse(true)) {
                    session.invalidate();
                }
            } catch (IllegalStateException alreadyInvalid) {
                // The session ended by itself meanwhile, which is what was wanted.
                return;
            }
        }
    }
}
