package dev.portico.systemstatus.feed;

/** A document is refused as a whole; the message, in English, tells the administrator why. */
public final class UnusableDocument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableDocument(String reason) {
        super(reason);
    }
}
