package dev.portico.systemstatus.store;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.table.Statements;
import dev.portico.systemstatus.feed.Source;
import dev.portico.systemstatus.model.Phase;
import java.time.Duration;
import java.time.Instant;

/** What time alone brings about. */
public final class Upkeep {
    private static final Duration KEEP_INTERVALS = Duration.ofDays(400);
    static final Duration KEEP_INCIDENTS = Duration.ofDays(3 * 365);

    private static final int AT_ONCE = 1_000;

    private final Statements statements;
    private final Instant now;

    private Upkeep(Statements statements, Instant now) {
        this.statements = statements;
        this.now = now;
    }

    /** @return whether there may be more to do */
    public static boolean run(TenantView tenant, Instant now) {
        return tenant.tables().transact(statements -> {
            Sql.lock(statements);
            var upkeep = new Upkeep(statements, now);
            upkeep.unfollow(tenant);
            upkeep.keepTimes();
            upkeep.lapse();
            new ManualComponents(statements).settle(now);
            return upkeep.prune();
        });
    }

    private void unfollow(TenantView tenant) {
        var sources = new SourceStore(statements);
        var wanted = Source.of(tenant.settings()).stream().map(Source::id).toList();
        sources.followed().stream()
                .filter(source -> !wanted.contains(source))
                .forEach(source -> sources.unfollow(source, now));
    }

    /** Maintenance of staff's begins and ends by itself; that of others when they say so. */
    private void keepTimes() {
        for (var open : new IncidentStore(statements).openOf(Source.MANUAL)) {
            if (open.maintenance()
                    && open.scheduledUntil().filter(end -> !end.isAfter(now)).isPresent()) {
                step(open, Phase.COMPLETED, NewsKind.COMPLETED);
            } else if (open.phase() == Phase.SCHEDULED
                    && open.scheduledFor().filter(start -> !start.isAfter(now)).isPresent()) {
                step(open, Phase.IN_PROGRESS, NewsKind.STARTED);
            }
        }
    }

    private void step(Incident open, Phase phase, NewsKind kind) {
        statements.update(
                "update incident set phase = ?, updated_at = ?, ended_at = ?, ending = ?, version = version + 1 where id = ?",
                phase.id(),
                now,
                phase.over() ? now : null,
                phase.over() ? Ending.TOLD.id() : "",
                open.id());
        new NewsStore(statements).incident(kind, open.id(), Long.toString(open.version() + 1), now);
    }

    private void lapse() {
        for (var source : new SourceStore(statements).followed()) {
            if (Source.lapses(source)) {
                var open = new IncidentStore(statements).openOf(source);
                var heard = new IncidentStore(statements)
                        .heard(open.stream().map(Incident::id).toList());
                open.stream()
                        .filter(one -> one.updatedAt().plus(Source.LAPSE).isBefore(now))
                        .filter(one -> !heard.getOrDefault(one.id(), Instant.EPOCH)
                                .plus(Source.LAPSE)
                                .isAfter(now))
                        .forEach(this::lapse);
            }
        }
    }

    private void lapse(Incident open) {
        new IncidentWriter(statements).end(open.id(), open.phase(), now, Ending.LAPSED);
        new NewsStore(statements).incident(NewsKind.LAPSED, open.id(), Long.toString(open.version() + 1), now);
    }

    private boolean prune() {
        return delete("component_interval", "ended_at", KEEP_INTERVALS)
                | delete("component", "gone_at", KEEP_INTERVALS)
                | delete("incident", "ended_at", KEEP_INCIDENTS)
                | delete("news", "at", NewsStore.KEEP);
    }

    private boolean delete(String table, String time, Duration keep) {
        return statements.update(
                        "delete from " + table + " where ctid = any (array(select ctid from " + table + " where " + time
                                + " < ? limit " + AT_ONCE + "))",
                        now.minus(keep))
                == AT_ONCE;
    }
}
