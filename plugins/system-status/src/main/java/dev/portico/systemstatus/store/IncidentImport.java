package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Statements;
import dev.portico.systemstatus.feed.Source;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.model.Phase;
import dev.portico.systemstatus.model.Snapshot.ReportedIncident;
import dev.portico.systemstatus.model.Snapshot.ReportedUpdate;
import dev.portico.systemstatus.model.Snapshot.Withdrawal;
import dev.portico.systemstatus.model.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the incidents of a source those of its document, and writes news of what is new. */
final class IncidentImport {
    private final Statements statements;
    private final IncidentStore incidents;
    private final IncidentWriter writer;
    private final NewsStore news;
    private final String source;
    private final Locale language;
    private final Instant at;

    IncidentImport(Statements statements, String source, Locale language, Instant at) {
        this.statements = statements;
        this.incidents = new IncidentStore(statements);
        this.writer = new IncidentWriter(statements);
        this.news = new NewsStore(statements);
        this.source = source;
        this.language = language;
        this.at = at;
    }

    /**
     * @param tellEndedSince what was over before then is history, and no news
     * @param current whether nothing that the source said is known to be later
     */
    void merge(List<ReportedIncident> reported, Instant tellEndedSince, boolean current) {
        var byId = reported.stream()
                .collect(Collectors.toMap(
                        one -> Sql.id(source, one.id()),
                        Function.identity(),
                        (first, again) -> first,
                        LinkedHashMap::new));
        var known = incidents.named(byId.keySet());
        var updates = incidents.updates(known.keySet());
        var affected = incidents.affected(known.keySet());
        byId.forEach((id, now) -> {
            var before = known.get(id);
            if (before == null) {
                if (!isForgotten(now)) {
                    insert(id, now, tellEndedSince);
                }
            } else if (!now.updatedAt().isBefore(before.updatedAt())) {
                change(before, now, updates.getOrDefault(id, List.of()), current);
                affect(id, now, affected.getOrDefault(id, Map.of()));
            }
        });
    }

    private boolean isForgotten(ReportedIncident now) {
        return ended(now).filter(at.minus(Upkeep.KEEP_INCIDENTS)::isAfter).isPresent();
    }

    private void insert(String id, ReportedIncident now, Instant tellEndedSince) {
        var ended = ended(now);
        writer.insert(new Incident(
                id,
                source,
                now.maintenance(),
                written(now.title()),
                now.impact(),
                now.phase(),
                now.startedAt(),
                now.scheduledFor(),
                now.scheduledUntil(),
                now.updatedAt(),
                ended,
                ended.map(time -> now.phase().over() ? Ending.TOLD : Ending.LAPSED),
                0));
        writer.insert(stored(id, now.updates(), now.updatedAt()));
        affect(id, now, Map.of());
        if (ended.isEmpty() || now.phase().over() && ended.get().isAfter(tellEndedSince) && isLate(ended.get())) {
            news.incident(NewsKind.ofNew(now.phase()), id, "first", told(now.updatedAt()));
        }
    }

    /** Late enough to be told. */
    private boolean isLate(Instant end) {
        return end.isAfter(at.minus(NewsStore.KEEP));
    }

    /** The time of what is told: its own, unless that is to come or long ago. */
    private Instant told(Instant said) {
        return said.isAfter(at) || !isLate(said) ? at : said;
    }

    private Optional<Instant> ended(ReportedIncident now) {
        if (now.phase().over()) {
            return Optional.of(now.resolvedAt().orElse(now.updatedAt()));
        }
        var lapses = now.updatedAt().plus(Source.LAPSE);
        return Source.lapses(source) && lapses.isBefore(at) ? Optional.of(lapses) : Optional.empty();
    }

    private void change(Incident before, ReportedIncident now, List<Update> known, boolean current) {
        var fresh = fresh(before.id(), now, known);
        var after = changed(before, now, !fresh.isEmpty(), current);
        if (!after.equals(before)) {
            writer.update(after);
        }
        writer.insert(fresh);
        if (after.endedAt().filter(end -> !isLate(end)).isEmpty()) {
            tell(before, after, fresh, known);
        }
    }

    private Incident changed(Incident before, ReportedIncident now, boolean heardOf, boolean current) {
        var goesOn = !now.phase().over()
                && (heardOf || ended(now).isEmpty() && (now.phase() != before.phase() || isBack(before, current)));
        var ended = now.phase().over()
                ? before.endedAt()
                        .filter(end -> before.phase().over())
                        .or(() -> heardOf
                                        && Source.lapses(source)
                                        && now.updatedAt().equals(before.updatedAt())
                                ? Optional.of(at)
                                : ended(now))
                : goesOn ? Optional.<Instant>empty() : before.endedAt();
        return new Incident(
                before.id(),
                source,
                before.maintenance(),
                rewritten(before.title(), now.title()),
                now.impact(),
                before.endedAt().isPresent() && !goesOn && !now.phase().over() ? before.phase() : now.phase(),
                before.startedAt(),
                now.scheduledFor(),
                now.scheduledUntil(),
                now.updatedAt(),
                ended,
                ended.map(time ->
                        now.phase().over() ? Ending.TOLD : before.ending().orElse(Ending.TOLD)),
                before.version());
    }

    /** Whether an incident that its source names again had ended only because it no longer did. */
    private static boolean isBack(Incident before, boolean current) {
        return before.ending()
                .filter(ending -> ending == Ending.UNFOLLOWED || ending == Ending.WITHDRAWN && current)
                .isPresent();
    }

    /** What was not known; what is known and reads differently is corrected, and that is no news. */
    private List<Update> fresh(String id, ReportedIncident now, List<Update> known) {
        var byId = known.stream().collect(Collectors.toMap(Update::id, Function.identity()));
        var fresh = new ArrayList<Update>();
        for (var update : stored(id, now.updates(), at)) {
            var before = byId.get(update.id());
            if (before == null) {
                fresh.add(update);
            } else {
                var body = rewritten(before.body(), update.body().text());
                if (!body.equals(before.body())) {
                    writer.rewrite(before, body);
                }
            }
        }
        return fresh;
    }

    private void tell(Incident before, Incident after, List<Update> fresh, List<Update> known) {
        var latest =
                known.isEmpty() ? Instant.EPOCH : known.get(known.size() - 1).at();
        var phase = before.phase();
        var told = false;
        for (var update : fresh) {
            if (update.at().isAfter(latest)) {
                news.update(NewsKind.ofStep(phase, update.phase()), before.id(), update.id(), told(update.at()));
                phase = update.phase();
                told = true;
            }
        }
        var said = told(after.updatedAt());
        if (!told && before.phase() != after.phase()) {
            news.incident(NewsKind.ofStep(before.phase(), after.phase()), before.id(), turn(after), said);
        } else if (!told && after.maintenance() && moved(before, after)) {
            news.incident(NewsKind.RESCHEDULED, before.id(), turn(after), said);
        } else if (!told && before.withdrawn() && after.endedAt().isEmpty()) {
            news.incident(NewsKind.UPDATED, before.id(), turn(after), at);
        }
    }

    private static boolean moved(Incident before, Incident after) {
        return after.phase() == Phase.SCHEDULED
                && !(before.scheduledFor().equals(after.scheduledFor())
                        && before.scheduledUntil().equals(after.scheduledUntil()));
    }

    private String turn(Incident incident) {
        return Long.toString(incident.version() + 1);
    }

    private void affect(String id, ReportedIncident now, Map<String, ComponentStatus> before) {
        var wanted = new LinkedHashMap<String, ComponentStatus>();
        now.affected().forEach((component, status) -> wanted.put(Sql.id(source, component), status));
        wanted.keySet()
                .retainAll(new ComponentStore(statements)
                        .named(List.copyOf(wanted.keySet()))
                        .keySet());
        // an incident that is over is listed with how its components are now
        var worst = new LinkedHashMap<>(wanted);
        if (now.phase().over()) {
            var effect = now.maintenance()
                    ? ComponentStatus.MAINTENANCE
                    : now.impact().effect();
            worst.replaceAll((component, status) -> before.getOrDefault(component, effect));
        }
        if (!worst.equals(before)) {
            writer.affect(id, worst);
        }
    }

    /** Updates whose time nobody says keep their order. */
    private List<Update> stored(String id, List<ReportedUpdate> updates, Instant seen) {
        var stored = new LinkedHashMap<String, Update>();
        for (var i = 0; i < updates.size(); i++) {
            var update = updates.get(i);
            var time = update.at().orElse(seen.minus(Duration.ofSeconds(updates.size() - 1L - i)));
            var updateId = Sql.id(id, update.id());
            stored.putIfAbsent(updateId, new Update(id, updateId, update.phase(), time, written(update.body())));
        }
        return List.copyOf(stored.values());
    }

    /** Ends what the document no longer lists, although it would if it went on. */
    void withdraw(List<ReportedIncident> reported, Withdrawal withdrawal) {
        var listed = reported.stream().map(one -> Sql.id(source, one.id())).collect(Collectors.toSet());
        for (var open : incidents.openOf(source)) {
            if (open.maintenance() == withdrawal.maintenance()
                    && !listed.contains(open.id())
                    && !open.startedAt().isBefore(withdrawal.since())
                    && !open.updatedAt().isAfter(withdrawal.asOf())) {
                end(open, withdrawal.over() && !(open.phase() == Phase.SCHEDULED && notYet(open)));
            }
        }
    }

    private boolean notYet(Incident open) {
        return open.scheduledFor().filter(start -> start.isAfter(at)).isPresent();
    }

    private void end(Incident open, boolean over) {
        var last = open.maintenance() ? Phase.COMPLETED : Phase.RESOLVED;
        writer.end(open.id(), over ? last : open.phase(), at, over ? Ending.TOLD : Ending.WITHDRAWN);
        news.incident(over ? NewsKind.ofNew(last) : NewsKind.WITHDRAWN, open.id(), turn(open), at);
    }

    /** Translations last as long as what they are of. */
    private Wording rewritten(Wording before, String text) {
        return before.text().equals(text)
                ? new Wording(text, language, before.english(), before.spanish())
                : written(text);
    }

    private Wording written(String text) {
        return new Wording(text, language, "", "");
    }
}
