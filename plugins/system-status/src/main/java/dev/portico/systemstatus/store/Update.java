package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Row;
import dev.portico.systemstatus.model.Phase;
import dev.portico.systemstatus.model.Wording;
import java.time.Instant;

/** What was said about an incident, as it is stored. */
public record Update(String incident, String id, Phase phase, Instant at, Wording body) {
    Update worded(Wording other) {
        return new Update(incident, id, phase, at, other);
    }

    static Update of(Row row) {
        return new Update(
                Sql.text(row, "incident_id"),
                Sql.text(row, "id"),
                Phase.of(Sql.text(row, "phase")).orElseThrow(),
                Sql.time(row, "at"),
                Sql.wording(row, "body"));
    }
}
