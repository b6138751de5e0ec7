package dev.portico.portal.failure;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the database's refusals mean for whoever would try again. */
public final class DatabaseFault {
    /** No connection, a transaction that lost to another, too little of something, an administrator's stop. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    private DatabaseFault() {}

    /** Whether the same may well succeed later on, whatever it was. */
    public static boolean passes(@Nullable Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException
                    || cause instanceof SQLException refused && passes(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(@Nullable String state) {
        return state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }
}
