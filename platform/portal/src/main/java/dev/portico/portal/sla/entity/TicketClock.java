package dev.portico.portal.sla.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one promised time of a ticket: how it stands, so that it is found when somebody has to be told, and
 * whom it was told, so that each thing is told once.
 */
@Entity
@Table(name = "ticket_clock")
@IdClass(ClockId.class)
public class TicketClock extends TenantOwned {
    @Id
    @Column(name = "ticket_number")
    private long ticketNumber;

    /** Name of the metric. A string, because an enumeration in a key asks EclipseLink for a converter of its own. */
    @Id
    private String metric;

    private String state;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "look_at")
    private @Nullable Instant lookAt;

    @Column(name = "warned_at")
    private @Nullable Instant warnedAt;

    @Column(name = "breached_at")
    private @Nullable Instant breachedAt;

    private String terms;

    @Version
    private long version;

    /** What somebody has to be told of now. */
    public enum Alarm {
        WARNING,
        BREACH
    }

    @SuppressWarnings("NullAway.Init")
    protected TicketClock() {}

    public TicketClock(long ticketNumber, String metric) {
        this.ticketNumber = ticketNumber;
        this.metric = metric;
        this.state = "";
        this.terms = "";
    }

    /**
     * Takes over how the time stands now.
     *
     * @param terms of the promise and the calendar
     * @return what has not been told yet. A breach tells of more than a warning, which then is not told any more
     */
    public Optional<Alarm> take(Reading reading, String terms, Instant now) {
        this.state = reading.state().name();
        this.dueAt = reading.unanswered() ? reading.dueAt().orElse(null) : null;
        this.terms = terms;
        var alarm = alarm(reading, now);
        alarm.ifPresent(told -> {
            if (told == Alarm.BREACH) {
                breachedAt = now;
            } else {
                warnedAt = now;
            }
        });
        lookAt = next(reading);
        return alarm;
    }

    private Optional<Alarm> alarm(Reading reading, Instant now) {
        if (breachedAt != null) {
            return Optional.empty();
        }
        if (reading.state() == Reading.State.MISSED) {
            return Optional.of(Alarm.BREACH);
        }
        var warn = reading.state() == Reading.State.RUNNING
                && warnedAt == null
                && reading.warnAt().filter(at -> !at.isAfter(now)).isPresent();
        return warn ? Optional.of(Alarm.WARNING) : Optional.empty();
    }

    private @Nullable Instant next(Reading reading) {
        if (reading.state() != Reading.State.RUNNING || breachedAt != null) {
            return null;
        }
        return (warnedAt == null ? reading.warnAt() : reading.dueAt()).orElse(null);
    }

    /** Where it cannot be read now: it is looked at again then. */
    public void postpone(Instant until) {
        lookAt = until;
    }

    public String metric() {
        return metric;
    }

    /** When what is still owed is over. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }
}
