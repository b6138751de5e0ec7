package dev.portico.systemstatus.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.store.Component;
import dev.portico.systemstatus.store.Regions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Components as Statuspage has them: a region is a group. */
final class ComponentJson {
    private final String page;
    private final Map<String, Instant> changes;

    /** @param changes when each of them changed last */
    ComponentJson(String page, Map<String, Instant> changes) {
        this.page = page;
        this.changes = changes;
    }

    JsonArray all(Map<String, List<Component>> regions) {
        var all = new JsonArray();
        var position = 1;
        for (var region : regions.entrySet()) {
            if (!region.getKey().isBlank()) {
                all.add(group(region.getKey(), region.getValue(), position));
            }
            var within = region.getKey().isBlank() ? position : 1;
            for (var component : region.getValue()) {
                all.add(one(component, within++));
            }
            position += region.getKey().isBlank() ? region.getValue().size() : 1;
        }
        return all;
    }

    private JsonObject group(String region, List<Component> components, int position) {
        var worst = components.stream()
                .map(Component::status)
                .max(Comparator.naturalOrder())
                .orElse(ComponentStatus.OPERATIONAL);
        var group = new JsonObject();
        group.addProperty("id", Regions.topic(region));
        group.addProperty("name", region);
        describe(group, worst, position, first(components), last(components));
        group.add("group_id", JsonNull.INSTANCE);
        group.addProperty("group", true);
        var ids = new JsonArray();
        components.forEach(component -> ids.add(component.id()));
        group.add("components", ids);
        return group;
    }

    JsonObject one(Component component, int position) {
        var json = new JsonObject();
        json.addProperty("id", component.id());
        json.addProperty("name", component.name().text());
        describe(json, component.status(), position, component.firstSeenAt(), changed(component));
        json.addProperty("group_id", component.region().isBlank() ? null : Regions.topic(component.region()));
        json.addProperty("group", false);
        return json;
    }

    private void describe(JsonObject json, ComponentStatus status, int position, Instant created, Instant updated) {
        json.addProperty("status", status.id());
        json.addProperty("created_at", created.toString());
        json.addProperty("updated_at", updated.toString());
        json.addProperty("position", position);
        json.add("description", JsonNull.INSTANCE);
        json.addProperty("showcase", true);
        json.add("start_date", JsonNull.INSTANCE);
        json.addProperty("page_id", page);
        json.addProperty("only_show_if_degraded", false);
    }

    private Instant changed(Component component) {
        return changes.getOrDefault(component.id(), component.firstSeenAt());
    }

    private static Instant first(List<Component> components) {
        return components.stream()
                .map(Component::firstSeenAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Instant last(List<Component> components) {
        return components.stream()
                .map(this::changed)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
