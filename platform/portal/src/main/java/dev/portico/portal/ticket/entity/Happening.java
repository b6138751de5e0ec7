package dev.portico.portal.ticket.entity;

import org.jspecify.annotations.Nullable;

/** What an entry says happened: words in the conversation, or a value that changed. */
public record Happening(
        EntryKind kind, boolean internal, String text, @Nullable String oldValue, @Nullable String newValue) {

    public static Happening said(EntryKind kind, String text) {
        return new Happening(kind, kind == EntryKind.NOTE, text, null, null);
    }

    public static Happening changed(EntryKind kind, @Nullable String from, @Nullable String to) {
        return new Happening(kind, false, "", from, to);
    }

    Happening asInternal() {
        return new Happening(kind, true, text, oldValue, newValue);
    }
}
