package dev.portico.portal.failure;

import java.util.List;
import java.util.Map;

/** A use case that cannot be carried out, for a reason that the person is told. */
public class PortalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is, with its HTTP status. */
    public enum Kind {
        INVALID(422),
        NOT_FOUND(404),
        FORBIDDEN(403),
        CONFLICT(409),
        /** Somebody else was faster. */
        OUTDATED(412),
        TOO_LARGE(413),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String key;
    private final transient Map<String, ?> args;
    private final transient List<FieldProblem> fields;

    public PortalException(Kind kind, String key, Map<String, ?> args, List<FieldProblem> fields) {
        super(key + " " + fields);
        this.kind = kind;
        this.key = key;
        this.args = args;
        this.fields = fields;
    }

    /** Absent, or another's: the answer is the same. */
    public static PortalException notFound() {
        return new PortalException(Kind.NOT_FOUND, "failure.not-found", Map.of(), List.of());
    }

    public static PortalException forbidden() {
        return new PortalException(Kind.FORBIDDEN, "failure.forbidden", Map.of(), List.of());
    }

    /** @param key why, and who could change that */
    public static PortalException forbidden(String key, Map<String, ?> args) {
        return new PortalException(Kind.FORBIDDEN, key, args, List.of());
    }

    public static PortalException conflict(String key, Map<String, ?> args) {
        return new PortalException(Kind.CONFLICT, key, args, List.of());
    }

    public static PortalException outdated(String key, Map<String, ?> args) {
        return new PortalException(Kind.OUTDATED, key, args, List.of());
    }

    /** It is there, but not now. */
    public static PortalException unavailable(String key) {
        return new PortalException(Kind.UNAVAILABLE, key, Map.of(), List.of());
    }

    public static PortalException tooLarge(String key, Map<String, ?> args) {
        return new PortalException(Kind.TOO_LARGE, key, args, List.of());
    }

    public static PortalException invalid(List<FieldProblem> fields) {
        return new PortalException(Kind.INVALID, "failure.invalid", Map.of("count", fields.size()), fields);
    }

    public static PortalException invalid(FieldProblem field) {
        return invalid(List.of(field));
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public Map<String, ?> args() {
        return args;
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
