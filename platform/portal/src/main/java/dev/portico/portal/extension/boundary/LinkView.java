package dev.portico.portal.extension.boundary;

import org.jspecify.annotations.Nullable;

/** A link. Another site is told that it is one. */
public record LinkView(Phrase label, String href) {
    public boolean external() {
        return href.startsWith("https:");
    }

    public @Nullable String rel() {
        return external() ? "noopener" : null;
    }
}
