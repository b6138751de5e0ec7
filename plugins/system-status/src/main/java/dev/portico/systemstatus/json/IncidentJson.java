package dev.portico.systemstatus.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.portico.systemstatus.model.Phase;
import dev.portico.systemstatus.store.Component;
import dev.portico.systemstatus.store.Incident;
import dev.portico.systemstatus.store.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Incidents and maintenance as Statuspage has them. */
final class IncidentJson {
    private final String address;
    private final String page;
    private final ComponentJson components;

    /** @param address what comes before the id of an incident in that of its page */
    IncidentJson(String address, String page, ComponentJson components) {
        this.address = address;
        this.page = page;
        this.components = components;
    }

    JsonObject one(Incident incident, List<Update> updates, List<Component> touched) {
        var json = new JsonObject();
        json.addProperty("id", incident.id());
        json.addProperty("name", incident.title().text());
        json.addProperty("status", phase(incident).id());
        json.addProperty("created_at", incident.startedAt().toString());
        json.addProperty("updated_at", updated(incident).toString());
        time(json, "monitoring_at", monitoring(updates));
        time(json, "resolved_at", incident.endedAt());
        json.addProperty(
                "impact",
                incident.maintenance() ? "maintenance" : incident.impact().id());
        json.addProperty("shortlink", address + incident.id());
        json.addProperty("started_at", incident.startedAt().toString());
        json.addProperty("page_id", page);
        json.add("incident_updates", updates(incident, updates));
        var affected = new JsonArray();
        touched.forEach(component -> affected.add(components.one(component, affected.size() + 1)));
        json.add("components", affected);
        json.add("reminder_intervals", JsonNull.INSTANCE);
        if (incident.maintenance()) {
            time(json, "scheduled_for", Optional.of(incident.begins()));
            time(json, "scheduled_until", Optional.of(incident.scheduledUntil().orElse(incident.begins())));
        }
        return json;
    }

    /** Statuspage has no other way of coming to an end. */
    private static Phase phase(Incident incident) {
        if (incident.endedAt().isEmpty() || incident.phase().over()) {
            return incident.phase();
        }
        return incident.maintenance() ? Phase.COMPLETED : Phase.RESOLVED;
    }

    private static Instant updated(Incident incident) {
        return incident.endedAt().filter(incident.updatedAt()::isBefore).orElse(incident.updatedAt());
    }

    private static Optional<Instant> monitoring(List<Update> updates) {
        return updates.stream()
                .filter(update -> update.phase() == Phase.MONITORING)
                .map(Update::at)
                .findFirst();
    }

    /** The latest first. */
    private static JsonArray updates(Incident incident, List<Update> updates) {
        var all = new JsonArray();
        for (var i = updates.size() - 1; i >= 0; i--) {
            var update = updates.get(i);
            var at = update.at().toString();
            var json = new JsonObject();
            json.addProperty("id", update.id());
            json.addProperty("status", update.phase().id());
            json.addProperty("body", update.body().text());
            json.addProperty("incident_id", incident.id());
            json.addProperty("created_at", at);
            json.addProperty("updated_at", at);
            json.addProperty("display_at", at);
            json.add("affected_components", JsonNull.INSTANCE);
            json.addProperty("deliver_notifications", true);
            json.add("custom_tweet", JsonNull.INSTANCE);
            json.add("tweet_id", JsonNull.INSTANCE);
            all.add(json);
        }
        return all;
    }

    private static void time(JsonObject json, String name, Optional<Instant> time) {
        json.addProperty(name, time.map(Instant::toString).orElse(null));
    }
}
