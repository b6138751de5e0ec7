package dev.portico.portal.sla.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.manifest.Sla;
import dev.portico.portal.sla.control.BusinessCalendar;
import dev.portico.portal.sla.control.History;
import dev.portico.portal.sla.control.SlaClock;
import dev.portico.portal.sla.entity.TicketClock.Alarm;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** D3: a warning and a breach are told once, whenever somebody looks and whatever the clock on the wall does. */
class TicketClockTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    private final TicketClock clock = new TicketClock(1, "FIRST_RESPONSE");
    private final List<History.Event> events = new ArrayList<>();

    /** Two hours around the clock, a warning after ninety minutes. */
    private Optional<Alarm> look(Duration later) {
        var sla = new Sla(
                Sla.Metric.FIRST_RESPONSE, List.of(new Sla.Target("high", 2, Sla.Unit.HOURS)), Set.of("waiting"), 75);
        var calendar = new BusinessCalendar(
                ZoneOffset.UTC,
                Map.of(DayOfWeek.MONDAY, List.of(new BusinessCalendar.Hours(LocalTime.MIN, LocalTime.MIDNIGHT))),
                day -> false);
        var now = START.plus(later);
        var history = new History(START, "open", "high", events);
        return clock.take(new SlaClock(sla, calendar).read(history, now).orElseThrow(), "terms", now);
    }

    @Test
    void warnsOnceAndBreachesOnce() {
        assertThat(look(Duration.ZERO)).isEmpty();
        assertThat(look(Duration.ofMinutes(89))).isEmpty();
        assertThat(look(Duration.ofMinutes(90))).contains(Alarm.WARNING);
        assertThat(look(Duration.ofMinutes(91))).isEmpty();
        assertThat(look(Duration.ofMinutes(120))).contains(Alarm.BREACH);
        assertThat(look(Duration.ofMinutes(121))).isEmpty();
        assertThat(clock.dueAt()).contains(START.plus(Duration.ofHours(2)));
    }

    @Test
    void whoComesAfterTheDeadlineTellsOfTheBreachAlone() {
        assertThat(look(Duration.ofDays(3))).contains(Alarm.BREACH);
        assertThat(look(Duration.ofDays(3).plusMinutes(1))).isEmpty();
    }

    @Test
    void aClockThatIsPutBackTellsNothingAgain() {
        assertThat(look(Duration.ofDays(3))).contains(Alarm.BREACH);
        assertThat(look(Duration.ofMinutes(95))).isEmpty();
        assertThat(look(Duration.ofHours(2))).isEmpty();
    }

    @Test
    void anAnswerInTimeLeavesNothingToTell() {
        events.add(new History.Answered(START.plus(Duration.ofHours(1))));
        assertThat(look(Duration.ofHours(1))).isEmpty();
        assertThat(look(Duration.ofDays(3))).isEmpty();
        assertThat(clock.dueAt()).isEmpty();
    }

    @Test
    void anAnswerTooLateIsABreachEvenIfNobodyLookedBefore() {
        events.add(new History.Answered(START.plus(Duration.ofHours(3))));
        assertThat(look(Duration.ofHours(3))).contains(Alarm.BREACH);
        assertThat(clock.dueAt()).isEmpty();
    }

    @Test
    void aPauseMovesTheEnd() {
        events.add(new History.Moved(START.plus(Duration.ofHours(1)), "waiting", true, false));
        assertThat(look(Duration.ofDays(1))).isEmpty();
        assertThat(clock.dueAt()).isEmpty();
        events.add(new History.Moved(START.plus(Duration.ofDays(1)), "open", true, false));
        assertThat(look(Duration.ofDays(1).plusMinutes(30))).contains(Alarm.WARNING);
        assertThat(clock.dueAt()).contains(START.plus(Duration.ofDays(1)).plus(Duration.ofHours(1)));
    }

    @Test
    void aTicketThatItsRequesterClosedIsOwedNothing() {
        events.add(new History.Moved(START.plus(Duration.ofHours(1)), "closed", false, false));
        assertThat(look(Duration.ofDays(3))).isEmpty();
        assertThat(clock.dueAt()).isEmpty();
    }
}
