package dev.portico.portal.sla.control;

import dev.portico.plugin.manifest.Sla;
import dev.portico.portal.sla.control.History.Answered;
import dev.portico.portal.sla.control.History.Moved;
import dev.portico.portal.sla.entity.Reading;
import dev.portico.portal.sla.entity.Reading.Pause;
import dev.portico.portal.sla.entity.Reading.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one promised time off a history: a pure function of what was recorded, the promise and the calendar. */
public record SlaClock(Sla sla, BusinessCalendar calendar) {

    /** What a history comes to: when the clock stood still, when the promise was kept, and whether it is moot. */
    private record Course(List<Pause> pauses, Optional<Instant> answeredAt, boolean ended) {
        /** A clock that stands still at the end does not go on by itself. */
        boolean stopped() {
            return !pauses.isEmpty() && pauses.get(pauses.size() - 1).to() == null;
        }
    }

    /** Nothing where the level has no target. */
    public Optional<Reading> read(History history, Instant now) {
        return sla.target(history.level()).map(target -> read(target, history, now));
    }

    private Reading read(Sla.Target target, History history, Instant now) {
        var course = course(history);
        var budget = budget(target);
        var warnAt = reached(
                target,
                history,
                course,
                budget.multipliedBy(sla.warnAtPercent()).dividedBy(100));
        var dueAt = reached(target, history, course, budget);
        return new Reading(
                sla.metric(),
                target,
                state(course, dueAt, now),
                history.createdAt(),
                course.pauses(),
                warnAt,
                dueAt,
                course.answeredAt());
    }

    private static State state(Course course, Optional<Instant> dueAt, Instant now) {
        var end = course.answeredAt().orElse(now);
        // What is due at five and answered at five is in time.
        if (dueAt.filter(due -> course.answeredAt().isPresent() ? due.isBefore(end) : !due.isAfter(end))
                .isPresent()) {
            return State.MISSED;
        }
        if (course.answeredAt().isPresent()) {
            return State.MET;
        }
        return course.ended() ? State.ENDED : course.stopped() ? State.PAUSED : State.RUNNING;
    }

    private Course course(History history) {
        var pauses = new ArrayList<Pause>();
        var status = history.status();
        var open = true;
        var since = history.createdAt();
        for (var event : history.events()) {
            if (event instanceof Answered || event instanceof Moved moved && moved.settled()) {
                pause(pauses, status, open, since, event.at());
                return new Course(pauses, Optional.of(event.at()), false);
            }
            if (event instanceof Moved moved) {
                pause(pauses, status, open, since, event.at());
                status = moved.status();
                open = moved.open();
                since = event.at();
            }
        }
        if (stands(status, open)) {
            pauses.add(new Pause(status, since, null));
        }
        return new Course(pauses, Optional.empty(), !open);
    }

    private void pause(List<Pause> pauses, String status, boolean open, Instant from, Instant to) {
        if (stands(status, open) && from.isBefore(to)) {
            pauses.add(new Pause(status, from, to));
        }
    }

    private boolean stands(String status, boolean open) {
        return !open || sla.pausedIn().contains(status);
    }

    /** When so much of the target has passed, as far as the clock went. */
    private Optional<Instant> reached(Sla.Target target, History history, Course course, Duration amount) {
        var time = time(target);
        var left = amount;
        var from = history.createdAt();
        for (var pause : course.pauses()) {
            var passed = time.between(from, pause.from());
            if (passed.compareTo(left) >= 0) {
                return Optional.of(time.after(from, left));
            }
            left = left.minus(passed);
            if (pause.to() == null) {
                return Optional.empty();
            }
            from = pause.to();
        }
        return Optional.of(time.after(from, left));
    }

    private Duration budget(Sla.Target target) {
        return switch (target.unit()) {
            case HOURS, BUSINESS_HOURS -> Duration.ofHours(target.amount());
            case BUSINESS_DAYS -> calendar.longestDay().multipliedBy(target.amount());
        };
    }

    private WorkingTime time(Sla.Target target) {
        return target.unit() == Sla.Unit.HOURS ? WorkingTime.ALWAYS : calendar;
    }
}
