package dev.portico.systemstatus.store;

import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.table.Row;
import dev.portico.plugin.text.Text;
import dev.portico.systemstatus.feed.Source;
import dev.portico.systemstatus.model.Impact;
import dev.portico.systemstatus.model.Phase;
import dev.portico.systemstatus.model.Wording;
import java.time.Instant;
import java.util.Optional;

/**
 * An incident or maintenance as it is stored.
 *
 * @param ending how it came to an end
 */
public record Incident(
        String id,
        String source,
        boolean maintenance,
        Wording title,
        Impact impact,
        Phase phase,
        Instant startedAt,
        Optional<Instant> scheduledFor,
        Optional<Instant> scheduledUntil,
        Instant updatedAt,
        Optional<Instant> endedAt,
        Optional<Ending> ending,
        long version) {
    static Incident of(Row row) {
        return new Incident(
                Sql.text(row, "id"),
                Sql.text(row, "source_id"),
                row.flag("maintenance").orElse(false),
                Sql.wording(row, "title"),
                Impact.of(Sql.text(row, "impact")).orElseThrow(),
                Phase.of(Sql.text(row, "phase")).orElseThrow(),
                Sql.time(row, "started_at"),
                row.instant("scheduled_for"),
                row.instant("scheduled_until"),
                Sql.time(row, "updated_at"),
                row.instant("ended_at"),
                Ending.of(Sql.text(row, "ending")),
                row.number("version").orElse(0L));
    }

    /** As it is from a step on that staff take. */
    Incident step(Phase to, Instant at) {
        var end = to.over() ? endedAt.or(() -> Optional.of(at)) : Optional.<Instant>empty();
        return new Incident(
                id,
                source,
                maintenance,
                title,
                impact,
                to,
                startedAt,
                scheduledFor,
                scheduledUntil,
                at,
                end,
                end.map(time -> Ending.TOLD),
                version);
    }

    Incident titled(Wording other) {
        return edited(other, impact, scheduledFor, scheduledUntil, updatedAt);
    }

    Incident edited(
            Wording otherTitle, Impact otherImpact, Optional<Instant> from, Optional<Instant> until, Instant at) {
        return new Incident(
                id,
                source,
                maintenance,
                otherTitle,
                otherImpact,
                phase,
                startedAt,
                from,
                until,
                at,
                endedAt,
                ending,
                version);
    }

    public boolean manual() {
        return source.equals(Source.MANUAL);
    }

    /** Whether it disturbs now. */
    public boolean active() {
        return endedAt.isEmpty() && (!maintenance || phase.active());
    }

    /** When it begins or began to disturb. */
    public Instant begins() {
        return maintenance ? scheduledFor.orElse(startedAt) : startedAt;
    }

    public Tone tone() {
        if (endedAt.isPresent()) {
            return Tone.SUCCESS;
        }
        return maintenance ? Tone.NOTICE : impact.tone();
    }

    /** Whether it was taken back. */
    public boolean withdrawn() {
        return ending.filter(Ending.WITHDRAWN::equals).isPresent();
    }

    /** How it stands, in a word or two. */
    public Text state() {
        return endedAt.isPresent() && !phase.over()
                ? ending.orElse(Ending.WITHDRAWN).label()
                : phase.label();
    }
}
