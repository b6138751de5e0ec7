package dev.portico.plugin.host.upgrade;

import dev.portico.plugin.host.upgrade.Change.Action;
import dev.portico.plugin.host.upgrade.Change.Part;
import dev.portico.plugin.manifest.Capability;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.TicketType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that a manifest contributes, by id, with what makes it another thing under the same id. */
final class Contributions {
    static final Contributions NONE = new Contributions();

    private final Map<Key, Object> meanings = new LinkedHashMap<>();

    private record Key(Part part, String owner, String id) {
        Change change(Action action) {
            return new Change(part, owner, id, action);
        }
    }

    static Contributions of(PluginManifest manifest) {
        var all = new Contributions();
        manifest.ticketTypes().forEach(type -> all.addTicketType(manifest, type));
        manifest.settings().forEach(setting -> all.add(Part.SETTING, "", setting.id(), setting.type()));
        manifest.helpWays().forEach(way -> all.add(Part.HELP_WAY, "", way.id(), way.kind()));
        manifest.organizationLists().forEach(list -> all.add(Part.ORGANIZATION_LIST, "", list.id(), list.parent()));
        manifest.routes().forEach(route -> all.add(Part.ROUTE, "", route.path(), route.access()));
        manifest.jobs().forEach(job -> all.add(Part.JOB, "", job.id(), job.every()));
        manifest.capabilities().stream()
                .sorted()
                .forEach(capability -> all.add(Part.CAPABILITY, "", spelled(capability), capability));
        return all;
    }

    private void addTicketType(PluginManifest manifest, TicketType type) {
        add(Part.TICKET_TYPE, "", type.id(), type.id());
        manifest.workflows().stream()
                .filter(workflow -> workflow.id().equals(type.workflow()))
                .flatMap(workflow -> workflow.statuses().stream())
                .forEach(status -> add(Part.STATUS, type.id(), status.id(), status.category()));
        manifest.scales().stream()
                .filter(scale -> scale.id().equals(type.scale()))
                .flatMap(scale -> scale.levels().stream())
                .forEach(level -> add(Part.LEVEL, type.id(), level.id(), level.id()));
        type.fields().forEach(field -> add(Part.FIELD, type.id(), field.id(), field.kind()));
    }

    private void add(Part part, String owner, String id, Object meaning) {
        meanings.put(new Key(part, owner, id), meaning);
    }

    private static String spelled(Capability capability) {
        return capability.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<Change> since(Contributions before) {
        var changes = new ArrayList<Change>();
        meanings.forEach((key, meaning) -> {
            if (!before.meanings.containsKey(key)) {
                changes.add(key.change(Action.ADDED));
            } else if (!meaning.equals(before.meanings.get(key))) {
                changes.add(key.change(Action.CHANGED));
            }
        });
        before.meanings.keySet().stream()
                .filter(key -> !meanings.containsKey(key))
                .forEach(key -> changes.add(key.change(Action.REMOVED)));
        return changes;
    }
}
