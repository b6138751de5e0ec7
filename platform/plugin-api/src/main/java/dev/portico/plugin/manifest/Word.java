package dev.portico.plugin.manifest;

/**
 * What a desk calls the engine's things: a ticket may be a "case" here and a "ticket" there. A ticket type defines a
 * message for each that it needs, under {@code <words>.<suffix>}, in every language.
 */
public enum Word {
    /** "case": the noun inside a sentence. */
    NOUN("noun"),
    /** "Support": the tab in the header that leads to the list. */
    TAB("tab"),
    /** "My Cases": title of the list. */
    LIST("list"),
    /** "Case #": column heading, and label before a number. */
    NUMBER("number"),
    /** "Create Case". */
    CREATE("create"),
    /** "Case {number}": title of a ticket's page; argument {@code number}. */
    TITLE("title"),
    /** "Back to Cases List". */
    BACK("back"),
    /** "Close Case". */
    CLOSE("close"),
    /** Question before closing. */
    CLOSE_CONFIRM("close.confirm"),
    /** What closed means, with the way on ("create a follow-up"). */
    CLOSED("closed"),
    /** "Create a follow-up". */
    FOLLOW_UP("follow-up"),
    /** Confirmation after creating; argument {@code number}. */
    CREATED("created"),
    /** Confirmation that wording made it urgent; argument {@code phrase}. */
    URGENT("urgent"),
    /** Empty state of the list. */
    EMPTY("empty"),
    /** Empty state of a search. */
    NOTHING_FOUND("nothing-found"),
    /** Label of the search field. */
    SEARCH("search"),
    /** "Archived Tickets": title and menu entry of the archive; only where the workflow has a status of that kind. */
    ARCHIVE("archive"),
    /** In place of {@link #CLOSED} for what is in the archive; only where there is one. */
    ARCHIVED("archived");

    private final String suffix;

    Word(String suffix) {
        this.suffix = suffix;
    }

    public String suffix() {
        return suffix;
    }
}
