package dev.portico.plugin.table;

/** A statement was refused; nothing of its transaction stays. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why. */
    public enum Kind {
        /** It contradicts what is stored, or what somebody does at the same time: a key that is there already. */
        CONFLICT,
        /** The database is away or slow, or the call was given up. */
        UNAVAILABLE,
        /** The statement itself is at fault. */
        MISTAKE
    }

    public TableException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
