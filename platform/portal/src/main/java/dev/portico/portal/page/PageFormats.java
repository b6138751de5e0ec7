package dev.portico.portal.page;

import dev.portico.portal.language.CurrentReader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** Moments, numbers and sizes in pages, as the reader writes them and in the reader's time zone. */
@Named("fmt")
@RequestScoped
public class PageFormats {
    @Inject
    CurrentReader reader;

    private final Instant now = Instant.now();

    public String dateTime(Instant moment) {
        return reader.get().formats().dateTime(moment);
    }

    /** "3 minutes ago", from the moment at which the page was asked for. */
    public String relative(Instant moment) {
        return reader.get().formats().relative(moment, now);
    }

    public String number(long number) {
        return reader.get().formats().number(number);
    }

    public String bytes(long size) {
        return reader.get().formats().bytes(size);
    }
}
