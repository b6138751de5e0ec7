package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Row;
import dev.portico.plugin.text.Text;
import dev.portico.systemstatus.feed.Source;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.model.Wording;
import java.time.Instant;
import java.util.Optional;

/**
 * A component as it is stored.
 *
 * @param region blank where it has none
 * @param told whether the news said that it is not operational
 * @param goneAt since when its source no longer has it
 */
public record Component(
        String id,
        String source,
        Wording name,
        String region,
        int position,
        ComponentStatus status,
        boolean told,
        Instant firstSeenAt,
        Optional<Instant> goneAt,
        long version) {
    static Component of(Row row) {
        return new Component(
                Sql.text(row, "id"),
                Sql.text(row, "source_id"),
                Sql.wording(row, "name"),
                Sql.text(row, "region"),
                row.number("position").orElse(0L).intValue(),
                ComponentStatus.of(Sql.text(row, "status")).orElseThrow(),
                row.flag("told").orElse(false),
                Sql.time(row, "first_seen_at"),
                row.instant("gone_at"),
                row.number("version").orElse(0L));
    }

    /** As a title; staff name a region once for all languages. */
    public Text regionName() {
        return manual() ? Text.written(region) : Text.written(region, name.language());
    }

    /** Whether staff made it. */
    public boolean manual() {
        return source.equals(Source.MANUAL);
    }
}
