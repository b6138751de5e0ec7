package dev.portico.systemstatus.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Reads times of a document, as exact as the database keeps them.
 *
 * @param fetched when the document was fetched: no time in it is far from that
 */
record Times(Instant fetched) {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(3650);

    /** The day of the week is left out: it is wrong now and then. */
    private static final DateTimeFormatter RSS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM yyyy HH:mm[:ss] ")
            .appendPattern("[XX][z]")
            .toFormatter(Locale.ENGLISH);

    /** {@code 2026-11-22T09:05:00.123Z}, or with another offset. */
    Instant iso(String text) {
        try {
            return checked(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException unreadable) {
            throw unreadable(text);
        }
    }

    /** {@code Sun, 22 Nov 2026 09:05:00 +0000}, or with a zone's name. */
    Instant rss(String text) {
        try {
            var date = text.strip().replaceFirst("^\\p{L}+,\\s*", "").replaceFirst("\\bUT$", "GMT");
            return checked(ZonedDateTime.parse(date, RSS).toInstant());
        } catch (DateTimeException unreadable) {
            throw unreadable(text);
        }
    }

    private Instant checked(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(fetched.plus(AHEAD))) {
            throw unreadable(time.toString());
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static UnusableDocument unreadable(String text) {
        return new UnusableDocument("“" + PlainText.line(text) + "” is no usable time");
    }
}
