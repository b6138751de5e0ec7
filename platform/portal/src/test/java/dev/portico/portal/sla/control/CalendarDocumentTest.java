package dev.portico.portal.sla.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDocumentTest {
    private static final String HOURS = """
            {"monday": ["14:00-18:00", "09:00-13:00"], "saturday": ["20:00-24:00"]}""";

    private static BusinessCalendar calendar(String holidays) {
        var closed = new TreeSet<>(List.of(LocalDate.of(2026, 12, 24)));
        return new CalendarDocument(ZoneId.of("America/Chicago"), HOURS, Optional.of(holidays), closed).calendar();
    }

    @Test
    void readsHoursInOrder() {
        var calendar = calendar("us");
        assertThat(calendar.longestDay()).isEqualTo(Duration.ofHours(8));
        assertThat(calendar.week().getOrDefault(DayOfWeek.MONDAY, List.of()))
                .extracting(hours -> hours.from().toString())
                .containsExactly("09:00", "14:00");
        assertThat(calendar.week().get(DayOfWeek.SUNDAY)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "us, 2026-07-03, true", // the fourth is a Saturday
        "us, 2026-11-26, true",
        "us, 2026-11-27, false",
        "us, 2026-12-24, true",
        "es, 2026-01-06, true",
        "es, 2026-07-04, false",
        "de/by, 2026-01-06, true",
        "de/be, 2026-01-06, false",
    })
    void isClosedOnHolidaysOfThePlaceAndOnOwnDays(String place, LocalDate day, boolean closed) {
        assertThat(calendar(place).closed().test(day)).isEqualTo(closed);
    }

    @Test
    void refusesAPlaceWithoutHolidays() {
        assertThatThrownBy(() -> calendar("atlantis")).isInstanceOf(IllegalArgumentException.class);
    }
}
