package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Statements;
import dev.portico.systemstatus.feed.Source;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.model.Wording;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/** Components that staff made: each is as the incidents and the maintenance that affect it say. */
public final class ManualComponents {
    private final Statements statements;
    private final ComponentStore components;

    public ManualComponents(Statements statements) {
        this.statements = statements;
        this.components = new ComponentStore(statements);
    }

    /** After whatever may have changed something for them. */
    public void settle(Instant now) {
        var incidents = new IncidentStore(statements);
        var active = incidents.open().stream()
                .filter(Incident::active)
                .map(Incident::id)
                .toList();
        var worst = new HashMap<String, ComponentStatus>();
        incidents
                .affected(active)
                .values()
                .forEach(affected -> affected.forEach((component, status) ->
                        worst.merge(component, status, (one, other) -> one.worseThan(other) ? one : other)));
        var changed = new LinkedHashMap<Component, ComponentStatus>();
        components.present().stream().filter(Component::manual).forEach(component -> {
            var status = worst.getOrDefault(component.id(), ComponentStatus.OPERATIONAL);
            if (component.status() != status) {
                changed.put(component, status);
            }
        });
        components.change(changed, now);
    }

    /** @param key unique to the form that was filled in: one that comes twice makes one component */
    public void add(String key, Wording name, String region, int position, Instant now) {
        Sql.lock(statements);
        var id = Sql.id(Source.MANUAL, key);
        var made = statements.update(
                "insert into component (id, source_id, external_id, name, name_en, name_es, language, region, position,"
                        + " status, first_seen_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                id,
                Source.MANUAL,
                id,
                name.text(),
                name.english(),
                name.spanish(),
                name.language().toLanguageTag(),
                region,
                position,
                ComponentStatus.OPERATIONAL.id(),
                now);
        if (made == 1) {
            statements.update(
                    "insert into component_interval (component_id, started_at, status) values (?, ?, ?)",
                    id,
                    now,
                    ComponentStatus.OPERATIONAL.id());
        }
    }

    /** @return whether it was still that version */
    public boolean change(String id, long version, Wording name, String region, int position) {
        return statements.update(
                        "update component set name = ?, name_en = ?, name_es = ?, language = ?, region = ?, position = ?,"
                                + " version = version + 1"
                                + " where id = ? and source_id = ? and gone_at is null and version = ?",
                        name.text(),
                        name.english(),
                        name.spanish(),
                        name.language().toLanguageTag(),
                        region,
                        position,
                        id,
                        Source.MANUAL,
                        version)
                == 1;
    }

    /** It is gone, and what it was stays in the history. */
    public void remove(String id, Instant now) {
        Sql.lock(statements);
        components.find(id).filter(Component::manual).ifPresent(found -> components.leave(List.of(found.id()), now));
    }
}
