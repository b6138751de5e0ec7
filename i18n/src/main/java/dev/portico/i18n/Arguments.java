package dev.portico.i18n;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the arguments of a message plain: numbers, strings and calendars. Several things are listed as the reader's language
 * does it. A moment whose placeholder says nothing of
 * dates ({@code {when}}) becomes text here, because ICU would write it in the server's time zone.
 */
final class Arguments {

    private Arguments() {}

    /** @param dated the names whose placeholders format a date or time */
    static Map<String, Object> plain(
            Map<String, ? extends @Nullable Object> arguments, Set<String> dated, Formats formats) {
        var plain = new HashMap<String, Object>();
        arguments.forEach((name, value) -> plain.put(name, plain(value, dated.contains(name), formats)));
        return plain;
    }

    private static Object plain(@Nullable Object value, boolean dated, Formats formats) {
        if (value == null) {
            return "";
        } else if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null), dated, formats);
        } else if (value instanceof Number) {
            return value;
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof Collection<?> items) {
            return formats.list(items.stream().map(String::valueOf).toList());
        }
        return moment(value, formats)
                .map(moment -> dated ? Icu.calendar(moment, formats.zone()) : words(value, moment, formats))
                .orElseGet(value::toString);
    }

    private static Object words(Object value, Instant moment, Formats formats) {
        return value instanceof LocalDate ? formats.date(moment) : formats.dateTime(moment);
    }

    private static Optional<Instant> moment(Object value, Formats formats) {
        if (value instanceof Instant instant) {
            return Optional.of(instant);
        } else if (value instanceof LocalDate day) {
            return Optional.of(day.atStartOfDay(formats.zone()).toInstant());
        } else if (value instanceof LocalDateTime local) {
            return Optional.of(local.atZone(formats.zone()).toInstant());
        } else if (value instanceof ZonedDateTime zoned) {
            return Optional.of(zoned.toInstant());
        } else if (value instanceof OffsetDateTime offset) {
            return Optional.of(offset.toInstant());
        }
        return Optional.empty();
    }
}
