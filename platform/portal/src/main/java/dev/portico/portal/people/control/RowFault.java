package dev.portico.portal.people.control;

import dev.portico.portal.failure.PortalException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Whether it is for the row's own sake that it cannot be entered, so that trying again would not help. */
public final class RowFault {
    private static final int DEEPEST_CAUSE = 20;

    private RowFault() {}

    public static boolean isRows(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (var depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof PortalException || cause instanceof SQLException refused && isRows(refused)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** What the database says of the data: classes 22, data exception, and 23, integrity constraint violation. */
    private static boolean isRows(SQLException refused) {
        var state = refused.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
