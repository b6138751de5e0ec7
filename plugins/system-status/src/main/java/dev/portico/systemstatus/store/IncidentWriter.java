package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Statements;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.model.Phase;
import dev.portico.systemstatus.model.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes incidents, their updates and what they affect. */
final class IncidentWriter {
    private final Statements statements;

    IncidentWriter(Statements statements) {
        this.statements = statements;
    }

    void insert(Incident incident) {
        var title = incident.title();
        statements.update(
                "insert into incident (id, source_id, maintenance, title, title_en, title_es, language, impact, phase,"
                        + " started_at, scheduled_for, scheduled_until, updated_at, ended_at, ending)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                incident.id(),
                incident.source(),
                incident.maintenance(),
                title.text(),
                title.english(),
                title.spanish(),
                title.language().toLanguageTag(),
                incident.impact().id(),
                incident.phase().id(),
                incident.startedAt(),
                incident.scheduledFor().orElse(null),
                incident.scheduledUntil().orElse(null),
                incident.updatedAt(),
                incident.endedAt().orElse(null),
                incident.ending().map(Ending::id).orElse(""));
    }

    /** @return whether it was still the version that the incident has */
    boolean update(Incident incident) {
        var title = incident.title();
        return statements.update(
                        "update incident set title = ?, title_en = ?, title_es = ?, language = ?, impact = ?, phase = ?,"
                                + " scheduled_for = ?, scheduled_until = ?, updated_at = ?, ended_at = ?, ending = ?,"
                                + " version = version + 1 where id = ? and version = ?",
                        title.text(),
                        title.english(),
                        title.spanish(),
                        title.language().toLanguageTag(),
                        incident.impact().id(),
                        incident.phase().id(),
                        incident.scheduledFor().orElse(null),
                        incident.scheduledUntil().orElse(null),
                        incident.updatedAt(),
                        incident.endedAt().orElse(null),
                        incident.ending().map(Ending::id).orElse(""),
                        incident.id(),
                        incident.version())
                == 1;
    }

    void end(String incident, Phase phase, Instant at, Ending ending) {
        statements.update(
                "update incident set phase = ?, ended_at = ?, ending = ?, version = version + 1 where id = ?",
                phase.id(),
                at,
                ending.id(),
                incident);
    }

    void insert(List<Update> updates) {
        Sql.insert(
                statements,
                "incident_update",
                "incident_id, id, phase, at, body, body_en, body_es, language",
                updates.stream().map(IncidentWriter::row).toList(),
                "on conflict do nothing");
    }

    private static List<@Nullable Object> row(Update update) {
        return List.of(
                update.incident(),
                update.id(),
                update.phase().id(),
                update.at(),
                update.body().text(),
                update.body().english(),
                update.body().spanish(),
                update.body().language().toLanguageTag());
    }

    void rewrite(Update update, Wording body) {
        statements.update(
                "update incident_update set body = ?, body_en = ?, body_es = ?, language = ?"
                        + " where incident_id = ? and id = ?",
                body.text(),
                body.english(),
                body.spanish(),
                body.language().toLanguageTag(),
                update.incident(),
                update.id());
    }

    void affect(String incident, Map<String, ComponentStatus> affected) {
        statements.update("delete from incident_component where incident_id = ?", incident);
        Sql.insert(
                statements,
                "incident_component",
                "incident_id, component_id, status",
                affected.entrySet().stream()
                        .map(one -> List.<@Nullable Object>of(
                                incident, one.getKey(), one.getValue().id()))
                        .toList(),
                "");
    }
}
