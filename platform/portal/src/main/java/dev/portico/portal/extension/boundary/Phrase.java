package dev.portico.portal.extension.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A text of a plugin in a page.
 *
 * @param lang of it, where it is another language than the page's
 */
public record Phrase(String text, @Nullable String lang) {
    static final Phrase NONE = new Phrase("", null);

    public boolean blank() {
        return text.isBlank();
    }
}
