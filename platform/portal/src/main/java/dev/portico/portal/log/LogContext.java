package dev.portico.portal.log;

import org.jspecify.annotations.Nullable;

/**
 * What the current thread works for. Each part is empty where it is not known.
 *
 * @param requestId the request's, by {@link RequestId}
 * @param tenantId the tenant's
 * @param userId the account's opaque id; never a name or an address
 */
public record LogContext(String requestId, String tenantId, String userId) {
    private static final LogContext NONE = new LogContext("", "", "");

    // Without an initial value: it would stay behind in every thread of the server that writes a line.
    private static final ThreadLocal<@Nullable LogContext> CURRENT = new ThreadLocal<>();

    public static LogContext current() {
        var current = CURRENT.get();
        return current == null ? NONE : current;
    }

    /** A request begins; whatever the thread worked for before is forgotten. */
    public static void begin(String requestId) {
        CURRENT.set(new LogContext(requestId, "", ""));
    }

    public static void tenant(String id) {
        var before = current();
        CURRENT.set(new LogContext(before.requestId, id, before.userId));
    }

    public static void user(String id) {
        var before = current();
        CURRENT.set(new LogContext(before.requestId, before.tenantId, id));
    }

    /** Goes back to what {@link #current()} was. */
    public static void restore(LogContext before) {
        if (before.equals(NONE)) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    public static void end() {
        CURRENT.remove();
    }
}
