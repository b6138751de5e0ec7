package dev.portico.portal.language;

import dev.portico.i18n.Languages;
import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneOffset;

/** The reader of the current request; set once, before anything is written. */
@RequestScoped
public class CurrentReader {
    private Reader reader = new Reader(Languages.ENGLISH, Languages.ENGLISH, ZoneOffset.UTC);

    public Reader get() {
        return reader;
    }

    public void set(Reader resolved) {
        reader = resolved;
    }
}
