package dev.portico.portal.failure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked for goes on as a ticket of another tenant. Who reads is led there; who changes is told. */
public final class MovedException extends PortalException {
    private static final long serialVersionUID = 1L;

    private final String tenant;
    private final long number;

    public MovedException(String tenant, long number) {
        super(Kind.CONFLICT, "ticket.problem.moved", Map.of("number", Long.toString(number)), List.of());
        this.tenant = tenant;
        this.number = number;
    }

    /** The one that made {@code thrown} happen, if one did. */
    public static Optional<MovedException> in(@Nullable Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MovedException moved) {
                return Optional.of(moved);
            }
        }
        return Optional.empty();
    }

    public String tenant() {
        return tenant;
    }

    public long number() {
        return number;
    }
}
