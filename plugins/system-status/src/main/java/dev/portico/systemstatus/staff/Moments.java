package dev.portico.systemstatus.staff;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times as a field has them: {@code 2026-11-22T09:05}, in the reader's time zone. */
final class Moments {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private Moments() {}

    static Optional<Instant> read(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text))
                    .filter(time -> time.getYear() >= FIRST_YEAR && time.getYear() < LAST_YEAR)
                    .map(time ->
                            time.truncatedTo(ChronoUnit.MINUTES).atZone(zone).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static String write(Instant time, ZoneId zone) {
        return LocalDateTime.ofInstant(time, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
