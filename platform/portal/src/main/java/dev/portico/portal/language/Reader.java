package dev.portico.portal.language;

import dev.portico.i18n.Formats;
import java.time.ZoneId;
import java.util.Locale;

/**
 * For whom a text is written.
 *
 * @param ui language of the texts
 * @param formats how dates and numbers look, and in which zone
 */
public record Reader(Locale ui, Formats formats) {
    public Reader(Locale ui, Locale format, ZoneId zone) {
        this(ui, new Formats(format, zone));
    }
}
