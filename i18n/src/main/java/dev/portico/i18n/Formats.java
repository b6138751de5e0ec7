package dev.portico.i18n;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.MeasureUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How one reader reads dates and numbers. Cheap to make and thread-safe.
 *
 * @param format language and, where known, region; see {@link LocaleNegotiation#formatLocale}
 */
public record Formats(Locale format, ZoneId zone) {

    private static final int MOST_LOCALES = 300;
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Map<Locale, Formatters> FORMATTERS = new ConcurrentHashMap<>();

    private record Step(Duration length, RelativeUnit unit) {}

    private static final List<Step> STEPS = List.of(
            new Step(Duration.ofDays(365), RelativeUnit.YEARS),
            new Step(Duration.ofDays(30), RelativeUnit.MONTHS),
            new Step(Duration.ofDays(1), RelativeUnit.DAYS),
            new Step(Duration.ofHours(1), RelativeUnit.HOURS),
            new Step(Duration.ofMinutes(1), RelativeUnit.MINUTES));

    private static final List<MeasureUnit> SIZES = List.of(
            MeasureUnit.BYTE, MeasureUnit.KILOBYTE, MeasureUnit.MEGABYTE, MeasureUnit.GIGABYTE, MeasureUnit.TERABYTE);

    /** Day and time of day, as in "Nov 22, 2026, 9:05 AM". */
    public String dateTime(Instant moment) {
        return pattern("{x,date,::yMMMdjm}", moment);
    }

    /** As programs and spreadsheets read it, in the reader's zone: "2026-11-22 09:05". */
    public String iso(Instant moment) {
        return ISO.format(moment.atZone(zone));
    }

    public String date(Instant moment) {
        return pattern("{x,date,::yMMMd}", moment);
    }

    /** The day as it stands on the calendar, in whichever zone it is read. */
    public String date(LocalDate day) {
        return date(day.atStartOfDay(zone).toInstant());
    }

    public String time(Instant moment) {
        return pattern("{x,date,::jm}", moment);
    }

    /** Distance in one unit, as in "3 minutes ago" or "in 2 days"; below a minute "now". */
    public String relative(Instant then, Instant now) {
        var distance = Duration.between(then, now);
        var direction = distance.isNegative() ? Direction.NEXT : Direction.LAST;
        var length = distance.abs();
        var relative = formatters().relative();
        return STEPS.stream()
                .filter(step -> length.compareTo(step.length()) >= 0)
                .findFirst()
                .map(step -> relative.format((double) length.dividedBy(step.length()), direction, step.unit()))
                .orElseGet(() -> relative.format(Direction.PLAIN, AbsoluteUnit.NOW));
    }

    public String number(long number) {
        return formatters().number().format(number).toString();
    }

    /** A size in decimal units (1 kB = 1000 bytes) with at most one decimal, as in "2.4 MB". */
    public String bytes(long bytes) {
        var size = (double) bytes;
        var unit = 0;
        while (Math.round(Math.abs(size) * 10) >= 10_000 && unit < SIZES.size() - 1) {
            size /= 1000;
            unit++;
        }
        return formatters().sizes().get(unit).format(size).toString();
    }

    /** As in "a, b, and c". */
    public String list(List<String> items) {
        return formatters().list().format(items);
    }

    private String pattern(String pattern, Instant moment) {
        return FormatPool.format(this, pattern, Map.of("x", moment));
    }

    private Formatters formatters() {
        if (FORMATTERS.size() >= MOST_LOCALES) {
            FORMATTERS.clear();
        }
        return FORMATTERS.computeIfAbsent(format, Formatters::of);
    }

    /** ICU's immutable, hence shared, formatters of one locale. */
    private record Formatters(
            LocalizedNumberFormatter number,
            List<LocalizedNumberFormatter> sizes,
            RelativeDateTimeFormatter relative,
            ListFormatter list) {

        static Formatters of(Locale locale) {
            // As MessageFormat groups, or one page would show both 1000 and 1.000 in Spanish.
            var number = NumberFormatter.withLocale(Icu.locale(locale)).grouping(GroupingStrategy.ON_ALIGNED);
            return new Formatters(
                    number,
                    SIZES.stream().map(unit -> size(number, unit)).toList(),
                    RelativeDateTimeFormatter.getInstance(Icu.locale(locale)),
                    ListFormatter.getInstance(Icu.locale(locale)));
        }

        private static LocalizedNumberFormatter size(LocalizedNumberFormatter number, MeasureUnit unit) {
            return number.precision(Precision.maxFraction(1))
                    .unit(unit)
                    .unitWidth(unit.equals(MeasureUnit.BYTE) ? UnitWidth.FULL_NAME : UnitWidth.SHORT);
        }
    }
}
