package dev.portico.mail;

/**
 * What is read of one message; the rest is left out with a {@link Flaw} that says so.
 *
 * @param mostParts of all levels together
 * @param deepest levels of parts within parts, beyond which a part is a file
 * @param mostHeaderBytes of the message or of one part
 * @param mostTextChars of one part's text, and of all text
 * @param mostAttachments files, inline images among them
 */
public record Limits(int mostParts, int deepest, int mostHeaderBytes, int mostTextChars, int mostAttachments) {

    public static final Limits USUAL = new Limits(1_000, 20, 256 * 1024, 500_000, 100);

    public Limits {
        if (mostParts < 1 || deepest < 1 || mostHeaderBytes < 1 || mostTextChars < 1 || mostAttachments < 0) {
            throw new IllegalArgumentException("limits that let nothing through");
        }
    }
}
