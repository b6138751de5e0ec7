package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.each;

import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.OrganizationList;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.TicketType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A list of an organization comes after its parent, and so does a menu of it: each choice narrows the next one. */
final class OrganizationListRules {
    private OrganizationListRules() {}

    static void check(List<OrganizationList> lists, Ids ids, Problems problems) {
        ids.check("organizationLists", lists, OrganizationList::id);
        var before = new HashSet<String>();
        each("organizationLists", lists, (at, list) -> {
            list.parent()
                    .ifPresent(parent -> problems.demand(
                            before.contains(parent), at + ".parent", "plugin.problem.no-list-before", parent));
            before.add(list.id());
        });
    }

    static void checkFields(String at, TicketType type, PluginManifest manifest, Problems problems) {
        var before = new HashMap<String, Field>();
        each(at, type.fields(), (place, field) -> {
            var list = field.organizationList().flatMap(id -> find(manifest, id, place, problems));
            var wanted = list.flatMap(OrganizationList::parent);
            var parent = field.dependsOn().map(before::get).flatMap(Field::organizationList);
            if (field.dependsOn().isPresent() != wanted.isPresent() || !wanted.equals(parent)) {
                wanted.ifPresentOrElse(
                        id -> problems.tell(place + ".dependsOn", "plugin.problem.no-field-before", id),
                        () -> problems.tell(place + ".dependsOn", "plugin.problem.no-parent"));
            }
            before.put(field.id(), field);
        });
    }

    private static Optional<OrganizationList> find(PluginManifest manifest, String id, String at, Problems problems) {
        var found = manifest.organizationLists().stream()
                .filter(list -> list.id().equals(id))
                .findFirst();
        problems.demand(found.isPresent(), at + ".options", "plugin.problem.no-organization-list", id);
        return found;
    }
}
