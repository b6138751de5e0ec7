package dev.portico.systemstatus.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemstatus.model.Uptime.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class UptimeTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant LONG_AGO = Instant.EPOCH;

    private static Span span(String from, String to, ComponentStatus status) {
        return new Span(Instant.parse(from), Instant.parse(to), status);
    }

    private static Uptime.Day day(Uptime uptime, String date) {
        return uptime.days().stream()
                .filter(day -> day.date().equals(LocalDate.parse(date)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOutageOverMidnightIsOnBothDaysOfTheReadersZone() {
        var uptime = Uptime.of(
                List.of(
                        span("2026-03-08T23:00:00Z", "2026-03-10T22:30:00Z", ComponentStatus.OPERATIONAL),
                        span("2026-03-10T22:30:00Z", "2026-03-10T23:30:00Z", ComponentStatus.MAJOR_OUTAGE),
                        span("2026-03-10T23:30:00Z", "2026-03-12T23:00:00Z", ComponentStatus.OPERATIONAL)),
                LONG_AGO,
                Instant.parse("2026-03-12T23:00:00Z"),
                MADRID,
                5);

        assertThat(uptime.days())
                .extracting(Uptime.Day::date)
                .containsExactly(
                        LocalDate.parse("2026-03-09"),
                        LocalDate.parse("2026-03-10"),
                        LocalDate.parse("2026-03-11"),
                        LocalDate.parse("2026-03-12"),
                        LocalDate.parse("2026-03-13"));
        assertThat(day(uptime, "2026-03-10").down()).isEqualTo(Duration.ofMinutes(30));
        assertThat(day(uptime, "2026-03-11").down()).isEqualTo(Duration.ofMinutes(30));
        assertThat(day(uptime, "2026-03-11").worst()).contains(ComponentStatus.MAJOR_OUTAGE);
        assertThat(day(uptime, "2026-03-12").worst()).contains(ComponentStatus.OPERATIONAL);
        assertThat(day(uptime, "2026-03-13").worst()).as("it has just begun").isEmpty();
        assertThat(uptime.share()).contains(new BigDecimal("98.95"));
    }

    @Test
    void aDayHas23HoursOr25WhereClocksChange() {
        var spring = Uptime.of(
                List.of(span("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", ComponentStatus.PARTIAL_OUTAGE)),
                LONG_AGO,
                Instant.parse("2026-03-30T12:00:00Z"),
                MADRID,
                3);
        var autumn = Uptime.of(
                List.of(span("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", ComponentStatus.PARTIAL_OUTAGE)),
                LONG_AGO,
                Instant.parse("2026-10-26T12:00:00Z"),
                MADRID,
                3);

        assertThat(spring.days())
                .extracting(Uptime.Day::down)
                .containsExactly(Duration.ZERO, Duration.ofHours(23), Duration.ZERO);
        assertThat(autumn.days())
                .extracting(Uptime.Day::down)
                .containsExactly(Duration.ZERO, Duration.ofHours(25), Duration.ZERO);
    }

    @Test
    void whatNothingIsKnownOfCountsNeitherWay() {
        var uptime = Uptime.of(
                List.of(
                        span("2026-03-10T10:00:00Z", "2026-03-10T11:00:00Z", ComponentStatus.OPERATIONAL),
                        span("2026-03-10T11:00:00Z", "2026-03-10T12:00:00Z", ComponentStatus.MAJOR_OUTAGE)),
                LONG_AGO,
                Instant.parse("2026-03-10T18:00:00Z"),
                MADRID,
                90);

        assertThat(uptime.days()).hasSize(90);
        assertThat(uptime.share()).contains(new BigDecimal("50.00"));
        assertThat(Uptime.of(List.of(), LONG_AGO, Instant.parse("2026-03-10T18:00:00Z"), MADRID, 90)
                        .share())
                .isEmpty();
    }

    @Test
    void twoOutagesAtOnceCountOnceAndMaintenanceIsNone() {
        var uptime = Uptime.of(
                List.of(
                        span("2026-03-10T00:00:00Z", "2026-03-10T10:00:00Z", ComponentStatus.MAINTENANCE),
                        span("2026-03-10T02:00:00Z", "2026-03-10T03:00:00Z", ComponentStatus.MAJOR_OUTAGE),
                        span("2026-03-10T02:30:00Z", "2026-03-10T04:00:00Z", ComponentStatus.PARTIAL_OUTAGE)),
                LONG_AGO,
                Instant.parse("2026-03-10T10:00:00Z"),
                MADRID,
                1);

        assertThat(uptime.days().get(0).down()).isEqualTo(Duration.ofHours(2));
        assertThat(uptime.share()).contains(new BigDecimal("80.00"));
    }

    @Test
    void theShortestOutageIsSeenInTheShare() {
        var uptime = Uptime.of(
                List.of(
                        span("2026-01-01T00:00:00Z", "2026-03-10T10:00:00Z", ComponentStatus.OPERATIONAL),
                        span("2026-03-10T09:00:00Z", "2026-03-10T09:00:00.001Z", ComponentStatus.MAJOR_OUTAGE)),
                LONG_AGO,
                Instant.parse("2026-03-10T10:00:00Z"),
                MADRID,
                60);

        assertThat(uptime.share()).contains(new BigDecimal("99.99"));
    }

    @Test
    void whatIsOnlyToldOfTheTimeBeforeIsShownAndNotCounted() {
        var uptime = Uptime.of(
                List.of(
                        span("2026-03-01T10:00:00Z", "2026-03-01T12:00:00Z", ComponentStatus.MAJOR_OUTAGE),
                        span("2026-03-09T10:00:00Z", "2026-03-10T10:00:00Z", ComponentStatus.OPERATIONAL)),
                Instant.parse("2026-03-09T10:00:00Z"),
                Instant.parse("2026-03-10T10:00:00Z"),
                MADRID,
                90);

        assertThat(day(uptime, "2026-03-01").down()).isEqualTo(Duration.ofHours(2));
        assertThat(uptime.share()).contains(new BigDecimal("100.00"));
        assertThat(uptime.watched()).isEqualTo(2);
    }
}
