package dev.portico.portal.sla.control;

import dev.portico.portal.sla.control.BusinessCalendar.Hours;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A calendar as it is written down.
 *
 * @param hours JSON object of day of the week → list of spans such as {@code "09:00-13:00"}; {@code 24:00} ends the day
 * @param holidays country, and parts of it, whose public holidays are days off: {@code us}, {@code de/by}
 * @param closedOn days off of the team's own
 */
public record CalendarDocument(ZoneId zone, String hours, Optional<String> holidays, SortedSet<LocalDate> closedOn) {
    private static final List<DayOfWeek> WEEKDAYS = List.of(DayOfWeek.values()).subList(0, 5);

    /** Monday to Friday from nine to five. */
    static BusinessCalendar standard(ZoneId zone) {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        WEEKDAYS.forEach(day -> week.put(day, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)))));
        return new BusinessCalendar(zone, week, day -> false);
    }

    /** @throws IllegalArgumentException where it makes no calendar */
    public BusinessCalendar calendar() {
        var days = holidays.map(Holidays::of);
        return new BusinessCalendar(
                zone,
                week(),
                day -> closedOn.contains(day)
                        || days.filter(each -> each.test(day)).isPresent());
    }

    private Map<DayOfWeek, List<Hours>> week() {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        try (var reader = Json.createReader(new StringReader(hours))) {
            var object = reader.readObject();
            object.keySet()
                    .forEach(day -> week.put(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), spans(object, day)));
        }
        return week;
    }

    private static List<Hours> spans(JsonObject week, String day) {
        return week.getJsonArray(day).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .map(CalendarDocument::span)
                .sorted(Comparator.comparing(Hours::from))
                .toList();
    }

    private static Hours span(String text) {
        var ends = text.split("-", 2);
        var to = ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]);
        return new Hours(LocalTime.parse(ends[0]), to);
    }
}
