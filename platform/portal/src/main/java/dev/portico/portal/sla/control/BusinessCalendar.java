package dev.portico.portal.sla.control;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * When a team works: hours of each day of the week on the wall clock of a time zone, with breaks between them, but not on
 * closed days. Where the wall clock is put back, the hour that comes twice counts twice; where it is put on, the hour
 * that is left out does not count.
 *
 * @param week the hours of each working day, in order and apart from each other; days without any may be absent
 * @param closed holidays and the team's own days off
 */
public record BusinessCalendar(ZoneId zone, Map<DayOfWeek, List<Hours>> week, Predicate<LocalDate> closed)
        implements WorkingTime {
    /** A calendar that is closed for longer than this has a mistake in it. */
    private static final int MOST_CLOSED_DAYS = 3_660;

    /** @param to exclusive; midnight is the end of the day */
    public record Hours(LocalTime from, LocalTime to) {
        public Hours {
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }

        Duration length() {
            var length = Duration.between(from, to);
            return to.equals(LocalTime.MIDNIGHT) ? length.plusDays(1) : length;
        }
    }

    /** A span of time in which work goes on. */
    private record Shift(Instant from, Instant to) {
        Duration within(Instant first, Instant last) {
            var begin = from.isAfter(first) ? from : first;
            var end = to.isBefore(last) ? to : last;
            return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
        }
    }

    public BusinessCalendar {
        week = Map.copyOf(week);
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("No working hours");
        }
    }

    /** How long the longest day of a week without holidays is. */
    public Duration longestDay() {
        return week.values().stream()
                .map(hours -> hours.stream().map(Hours::length).reduce(Duration.ZERO, Duration::plus))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Override
    public Duration between(Instant from, Instant to) {
        var last = to.atZone(zone).toLocalDate();
        return from.atZone(zone)
                .toLocalDate()
                .datesUntil(last.plusDays(1))
                .flatMap(day -> shifts(day).stream())
                .map(shift -> shift.within(from, to))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public Instant after(Instant from, Duration amount) {
        if (amount.isZero()) {
            return from;
        }
        var left = amount;
        var day = from.atZone(zone).toLocalDate();
        for (var idle = 0; idle < MOST_CLOSED_DAYS; idle++, day = day.plusDays(1)) {
            for (var shift : shifts(day)) {
                var here = shift.within(from, Instant.MAX);
                if (here.compareTo(left) >= 0) {
                    var begin = shift.from().isAfter(from) ? shift.from() : from;
                    return begin.plus(left);
                }
                left = left.minus(here);
                idle = here.isZero() ? idle : 0;
            }
        }
        throw new IllegalStateException("No working time for " + MOST_CLOSED_DAYS + " days after " + from);
    }

    /** In order. A day on which the zone's offset changes is cut there: each piece has one offset. */
    private List<Shift> shifts(LocalDate day) {
        var hours = week.getOrDefault(day.getDayOfWeek(), List.of());
        if (hours.isEmpty() || closed.test(day)) {
            return List.of();
        }
        var shifts = new ArrayList<Shift>();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        var from = day.atStartOfDay(zone).toInstant();
        while (from.isBefore(end)) {
            var change = zone.getRules().nextTransition(from);
            var to = change != null && change.getInstant().isBefore(end) ? change.getInstant() : end;
            var piece = new Shift(from, to);
            hours.forEach(each -> add(shifts, day, each, piece));
            from = to;
        }
        return shifts;
    }

    private void add(List<Shift> shifts, LocalDate day, Hours hours, Shift piece) {
        var offset = zone.getRules().getOffset(piece.from());
        var from = day.atTime(hours.from()).toInstant(offset);
        var to = from.plus(hours.length());
        var begin = from.isAfter(piece.from()) ? from : piece.from();
        var end = to.isBefore(piece.to()) ? to : piece.to();
        if (begin.isBefore(end)) {
            shifts.add(new Shift(begin, end));
        }
    }
}
