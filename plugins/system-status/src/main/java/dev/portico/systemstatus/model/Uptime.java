package dev.portico.systemstatus.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a component was on each of a number of days, and how much of the time it was available: not in a partial or major
 * outage. Days are those of the reader's time zone, so that they fit the times that the reader sees; where clocks change a
 * day has 23 or 25 hours. Time of which nothing is known counts neither way, and nor does what is only told of the time
 * before the component was watched: bad days are told, good ones are not.
 *
 * @param watched how many of the days the share is of
 * @param share percent with two decimals, rounded down so that 100 means no outage at all; empty where nothing is known
 */
public record Uptime(List<Day> days, int watched, Optional<BigDecimal> share) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How the component was from one time to another. */
    public record Span(Instant from, Instant to, ComponentStatus status) {}

    /**
     * A day.
     *
     * @param worst empty where nothing is known of it
     * @param down how long it was not available
     */
    public record Day(LocalDate date, Optional<ComponentStatus> worst, Duration down) {}

    public Uptime {
        days = List.copyOf(days);
    }

    /**
     * Of the last days, today included.
     *
     * @param spans in any order; they may overlap
     * @param watchedSince before it only what was told is known
     */
    public static Uptime of(List<Span> spans, Instant watchedSince, Instant now, ZoneId zone, int count) {
        var today = now.atZone(zone).toLocalDate();
        var known = merged(spans);
        var down = merged(spans.stream().filter(span -> span.status().down()).toList());
        var days = new ArrayList<Day>();
        for (var date = today.minusDays(count - 1L); !date.isAfter(today); date = date.plusDays(1)) {
            days.add(day(date, spans, down, now, zone));
        }
        var first = today.minusDays(count - 1L).atStartOfDay(zone).toInstant();
        var start = watchedSince.isAfter(first) ? watchedSince : first;
        var watched = ChronoUnit.DAYS.between(start.atZone(zone).toLocalDate(), today) + 1;
        return new Uptime(days, (int) watched, share(within(known, start, now), within(down, start, now)));
    }

    private static Day day(LocalDate date, List<Span> spans, List<Span> down, Instant now, ZoneId zone) {
        var start = date.atStartOfDay(zone).toInstant();
        var next = date.plusDays(1).atStartOfDay(zone).toInstant();
        var end = next.isBefore(now) ? next : now;
        var worst = spans.stream()
                .filter(span -> span.from().isBefore(end) && span.to().isAfter(start))
                .map(Span::status)
                .max(Comparator.naturalOrder());
        return new Day(date, worst, within(down, start, end));
    }

    private static Optional<BigDecimal> share(Duration known, Duration down) {
        if (known.isZero()) {
            return Optional.empty();
        }
        var up = BigDecimal.valueOf(known.minus(down).toMillis());
        return Optional.of(up.multiply(HUNDRED).divide(BigDecimal.valueOf(known.toMillis()), 2, RoundingMode.DOWN));
    }

    /** Without overlaps, the earliest first. */
    private static List<Span> merged(List<Span> spans) {
        var merged = new ArrayList<Span>();
        for (var span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || span.from().isAfter(last.to())) {
                merged.add(span);
            } else if (span.to().isAfter(last.to())) {
                merged.set(merged.size() - 1, new Span(last.from(), span.to(), last.status()));
            }
        }
        return merged;
    }

    private static Duration within(List<Span> spans, Instant start, Instant end) {
        var sum = Duration.ZERO;
        for (var span : spans) {
            var from = span.from().isAfter(start) ? span.from() : start;
            var to = span.to().isBefore(end) ? span.to() : end;
            if (from.isBefore(to)) {
                sum = sum.plus(Duration.between(from, to));
            }
        }
        return sum;
    }
}
