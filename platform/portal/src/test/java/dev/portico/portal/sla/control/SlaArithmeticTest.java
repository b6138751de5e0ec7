package dev.portico.portal.sla.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.manifest.Sla;
import dev.portico.portal.sla.control.BusinessCalendar.Hours;
import dev.portico.portal.sla.entity.Reading;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** D3, against a slow and obvious reference: a clock that is asked minute by minute whether it runs. */
class SlaArithmeticTest {
    private static final int MOST_MINUTES = 60 * 24 * 60;
    /** So many percent of a quarter of an hour are whole minutes. */
    private static final int WARNING = 60;

    private static final Sla.Metric METRIC = Sla.Metric.FIRST_RESPONSE;

    /** A history that the reference understands: whose turn it is from each moment on. */
    record Case(BusinessCalendar calendar, Sla.Target target, Instant createdAt, List<History.Event> events) {
        SlaClock clock() {
            return new SlaClock(new Sla(METRIC, List.of(target), Set.of("waiting"), WARNING), calendar);
        }

        History history() {
            return new History(createdAt, "new", target.level(), events);
        }
    }

    @Property(tries = 400)
    void aDueTimeIsWhatCountingMinutesGives(@ForAll("cases") Case each) {
        var now = each.createdAt().plus(MOST_MINUTES, ChronoUnit.MINUTES);
        var reading = each.clock().read(each.history(), now).orElseThrow();
        assertThat(reading.dueAt().filter(now::isAfter)).isEqualTo(counted(each, minutes(each)));
        assertThat(reading.warnAt().filter(now::isAfter)).isEqualTo(counted(each, minutes(each) * WARNING / 100));
    }

    @Property(tries = 400)
    void whatPassesBetweenIsWhatCountingMinutesGives(@ForAll("cases") Case each, @ForAll("spans") int minutes) {
        var from = each.createdAt();
        var to = from.plus(minutes, ChronoUnit.MINUTES);
        var counted = 0L;
        for (var at = from; at.isBefore(to); at = at.plus(1, ChronoUnit.MINUTES)) {
            counted += works(each.calendar(), at) ? 1 : 0;
        }
        assertThat(each.calendar().between(from, to)).isEqualTo(Duration.ofMinutes(counted));
    }

    @Property(tries = 400)
    void theStateFollowsFromTheTimes(@ForAll("cases") Case each, @ForAll("spans") int minutes) {
        var now = each.createdAt().plus(minutes, ChronoUnit.MINUTES);
        var past =
                each.events().stream().filter(event -> !event.at().isAfter(now)).toList();
        var known = new Case(each.calendar(), each.target(), each.createdAt(), past);
        var reading = known.clock().read(known.history(), now).orElseThrow();
        var due = counted(known, minutes(known));
        var answered = past.stream()
                .filter(SlaArithmeticTest::answers)
                .map(History.Event::at)
                .findFirst();
        var over = due.filter(at -> answered.map(at::isBefore).orElse(!at.isAfter(now)))
                .isPresent();
        assertThat(reading.answeredAt()).isEqualTo(answered);
        assertThat(reading.state() == Reading.State.MISSED).isEqualTo(over);
        assertThat(reading.state() == Reading.State.MET).isEqualTo(answered.isPresent() && !over);
    }

    private static long minutes(Case each) {
        var target = each.target();
        return switch (target.unit()) {
            case HOURS, BUSINESS_HOURS -> target.amount() * 60L;
            case BUSINESS_DAYS -> target.amount() * each.calendar().longestDay().toMinutes();
        };
    }

    private static boolean answers(History.Event event) {
        return event instanceof History.Answered || event instanceof History.Moved moved && moved.settled();
    }

    /** Minute by minute; nothing where the clock stands still for good before that. */
    private static Optional<Instant> counted(Case each, long minutes) {
        var passed = 0L;
        for (var minute = 0; minute < MOST_MINUTES; minute++) {
            var at = each.createdAt().plus(minute, ChronoUnit.MINUTES);
            if (passed == minutes) {
                return Optional.of(at);
            }
            passed += runs(each, at) ? 1 : 0;
        }
        return Optional.empty();
    }

    private static boolean runs(Case each, Instant at) {
        var stands = false;
        for (var event : each.events()) {
            if (event.at().isAfter(at)) {
                break;
            }
            if (answers(event)) {
                stands = false;
                break;
            }
            stands = event instanceof History.Moved moved
                    && (!moved.open() || moved.status().equals("waiting"));
        }
        return !stands && (each.target().unit() == Sla.Unit.HOURS || works(each.calendar(), at));
    }

    private static boolean works(BusinessCalendar calendar, Instant at) {
        var local = at.atZone(calendar.zone());
        return !calendar.closed().test(local.toLocalDate())
                && calendar.week().getOrDefault(local.getDayOfWeek(), List.of()).stream()
                        .anyMatch(hours -> !local.toLocalTime().isBefore(hours.from())
                                && (hours.to().equals(LocalTime.MIDNIGHT)
                                        || local.toLocalTime().isBefore(hours.to())));
    }

    @Provide
    Arbitrary<Integer> spans() {
        return Arbitraries.integers().between(0, 20 * 24 * 60);
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(calendars(), targets(), moments(), events())
                .as((calendar, target, created, steps) -> {
                    var events = new ArrayList<History.Event>();
                    var at = created;
                    for (var step : steps) {
                        at = at.plus(step.minutes(), ChronoUnit.MINUTES);
                        events.add(step.event(at));
                    }
                    return new Case(calendar, target, created, events);
                });
    }

    /** Around the days on which clocks are put on and back, in zones that do so differently. */
    private static Arbitrary<Instant> moments() {
        return Arbitraries.of(
                        "2026-03-05T00:00:00Z",
                        "2026-03-26T00:00:00Z",
                        "2026-10-01T00:00:00Z",
                        "2026-10-22T00:00:00Z",
                        "2026-10-30T00:00:00Z")
                .map(Instant::parse)
                .flatMap(base -> Arbitraries.integers()
                        .between(0, 6 * 24 * 60)
                        .map(minutes -> base.plus(minutes, ChronoUnit.MINUTES)));
    }

    private static Arbitrary<Sla.Target> targets() {
        return Combinators.combine(
                        Arbitraries.of(Sla.Unit.class), Arbitraries.integers().between(1, 20))
                .as((unit, amount) ->
                        new Sla.Target("high", unit == Sla.Unit.BUSINESS_DAYS ? 1 + amount % 3 : amount, unit));
    }

    private static Arbitrary<BusinessCalendar> calendars() {
        var zones = Arbitraries.of(
                        "Europe/Madrid",
                        "America/Los_Angeles",
                        "Australia/Lord_Howe",
                        "America/Santiago",
                        "Africa/Cairo",
                        "UTC")
                .map(ZoneId::of);
        var closed = Arbitraries.integers().between(0, 364).set().ofMaxSize(40);
        return Combinators.combine(zones, weeks(), closed)
                .as((zone, week, days) ->
                        new BusinessCalendar(zone, week, (LocalDate day) -> days.contains(day.getDayOfYear() - 1)));
    }

    private static Arbitrary<Map<DayOfWeek, List<Hours>>> weeks() {
        return days().list()
                .ofSize(7)
                .filter(week -> week.stream().anyMatch(hours -> !hours.isEmpty()))
                .map(days -> {
                    var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
                    for (var i = 0; i < days.size(); i++) {
                        week.put(DayOfWeek.of(i + 1), days.get(i));
                    }
                    return week;
                });
    }

    /** Up to three spans, apart from each other; the last may end at midnight. */
    private static Arbitrary<List<Hours>> days() {
        return Arbitraries.integers()
                .between(0, 96)
                .set()
                .ofMinSize(0)
                .ofMaxSize(6)
                .map(quarters -> {
                    var ends = quarters.stream().sorted().toList();
                    var hours = new ArrayList<Hours>();
                    for (var i = 0; i + 1 < ends.size(); i += 2) {
                        hours.add(new Hours(quarter(ends.get(i)), quarter(ends.get(i + 1))));
                    }
                    return List.copyOf(hours);
                });
    }

    private static LocalTime quarter(int quarters) {
        return quarters == 96 ? LocalTime.MIDNIGHT : LocalTime.MIDNIGHT.plusMinutes(15L * quarters);
    }

    /** What happens, and how long after what happened before. */
    record Step(int minutes, int kind) {
        History.Event event(Instant at) {
            return switch (kind) {
                case 0 -> new History.Moved(at, "waiting", true, false);
                case 1 -> new History.Moved(at, "working", true, false);
                case 2 -> new History.Moved(at, "closed", false, false);
                case 3 -> new History.Moved(at, "resolved", true, true);
                default -> new History.Answered(at);
            };
        }
    }

    private static Arbitrary<List<Step>> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3 * 24 * 60),
                        Arbitraries.frequency(
                                Tuple.of(5, 0), Tuple.of(5, 1), Tuple.of(2, 2), Tuple.of(1, 3), Tuple.of(1, 4)))
                .as(Step::new)
                .list()
                .ofMaxSize(6);
    }
}
