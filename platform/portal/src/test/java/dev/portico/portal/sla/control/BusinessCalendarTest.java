package dev.portico.portal.sla.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.portal.sla.control.BusinessCalendar.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final List<Hours> SPLIT_DAY = List.of(hours("09:00", "14:00"), hours("16:00", "19:00"));

    private final BusinessCalendar calendar = new BusinessCalendar(
            MADRID,
            Map.of(
                    DayOfWeek.MONDAY, SPLIT_DAY,
                    DayOfWeek.TUESDAY, SPLIT_DAY,
                    DayOfWeek.WEDNESDAY, SPLIT_DAY,
                    DayOfWeek.THURSDAY, SPLIT_DAY,
                    DayOfWeek.FRIDAY, List.of(hours("09:00", "15:00"))),
            day -> day.equals(LocalDate.of(2026, 12, 8)));

    private static Hours hours(String from, String to) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant madrid(String local) {
        return LocalDateTime.parse(local).atZone(MADRID).toInstant();
    }

    @Test
    void aBreakDoesNotCount() {
        assertThat(calendar.after(madrid("2026-11-23T13:00"), Duration.ofHours(2)))
                .isEqualTo(madrid("2026-11-23T17:00"));
    }

    @Test
    void whatIsDueAtTheEndOfADayIsDueThatEvening() {
        assertThat(calendar.after(madrid("2026-11-23T09:00"), Duration.ofHours(8)))
                .isEqualTo(madrid("2026-11-23T19:00"));
    }

    @Test
    void aWeekendAndAHolidayAreSkipped() {
        // Monday is a working day, Tuesday the holiday.
        assertThat(calendar.after(madrid("2026-12-05T20:00"), Duration.ofHours(9)))
                .isEqualTo(madrid("2026-12-09T10:00"));
    }

    @Test
    void aDayIsAsLongAsTheLongest() {
        assertThat(calendar.longestDay()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void theHourThatComesTwiceCountsTwice() {
        var always =
                new BusinessCalendar(MADRID, Map.of(DayOfWeek.SUNDAY, List.of(hours("00:00", "00:00"))), day -> false);
        assertThat(always.between(madrid("2026-10-25T00:00"), madrid("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(25));
        assertThat(always.between(madrid("2026-03-29T00:00"), madrid("2026-03-30T00:00")))
                .isEqualTo(Duration.ofHours(23));
    }

    @Test
    void aCalendarWithoutHoursIsNone() {
        assertThatThrownBy(() -> new BusinessCalendar(MADRID, Map.of(DayOfWeek.MONDAY, List.of()), day -> false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCalendarThatIsAlwaysClosedGivesUp() {
        var closed = new BusinessCalendar(MADRID, Map.of(DayOfWeek.MONDAY, SPLIT_DAY), day -> true);
        assertThatThrownBy(() -> closed.after(madrid("2026-11-23T09:00"), Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class);
    }
}
