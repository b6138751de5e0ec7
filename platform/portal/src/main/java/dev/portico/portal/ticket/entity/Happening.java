package dev.portico.portal.ticket.entity;

import org.jspecify.annotations.Nullable;

/**
 * What an entry says happened: words in the conversation, or a value that changed.
 *
 * @param submissionKey the same key makes one entry, however often it is sent
 */
public record Happening(
        EntryKind kind,
        boolean internal,
        String text,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String submissionKey) {

    public static Happening said(EntryKind kind, String text, @Nullable String submissionKey) {
        return new Happening(kind, kind == EntryKind.NOTE, text, null, null, submissionKey);
    }

    public static Happening changed(EntryKind kind, @Nullable String from, @Nullable String to) {
        return new Happening(kind, false, "", from, to, null);
    }

    public Happening asInternal() {
        return new Happening(kind, true, text, oldValue, newValue, submissionKey);
    }
}
