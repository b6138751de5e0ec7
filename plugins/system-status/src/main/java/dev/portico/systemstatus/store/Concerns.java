package dev.portico.systemstatus.store;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.table.Tables;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What concerns the tenant: regions and components by name. Where none is named everything does, and so does whatever
 * nobody says the components of.
 */
public final class Concerns {
    private static final int MOST = 20;

    private final Set<String> names;

    private Concerns(Set<String> names) {
        this.names = names;
    }

    public static Concerns of(TenantView tenant) {
        return new Concerns(
                Arrays.stream(tenant.settings().text("concerns").orElse("").split(",", -1))
                        .map(Concerns::folded)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet()));
    }

    /** The most serious first, then the latest. */
    public List<Incident> active(Tables tables) {
        return tables.transact(statements -> {
            var incidents = new IncidentStore(statements);
            var active = incidents.open().stream().filter(Incident::active).toList();
            if (active.isEmpty() || names.isEmpty()) {
                return sorted(active);
            }
            var affected = incidents.affected(active.stream().map(Incident::id).toList());
            var components = new ComponentStore(statements)
                    .named(affected.values().stream()
                            .flatMap(one -> one.keySet().stream())
                            .distinct()
                            .toList());
            return sorted(active.stream()
                    .filter(incident -> !affected.containsKey(incident.id())
                            || affected.get(incident.id()).keySet().stream()
                                    .anyMatch(id -> components.containsKey(id) && concern(components.get(id))))
                    .toList());
        });
    }

    private static List<Incident> sorted(List<Incident> active) {
        return active.stream()
                .sorted(Comparator.comparing(Incident::maintenance)
                        .thenComparing(Incident::impact, Comparator.reverseOrder())
                        .thenComparing(Incident::startedAt, Comparator.reverseOrder()))
                .limit(MOST)
                .toList();
    }

    private boolean concern(Component component) {
        return names.contains(folded(component.region()))
                || names.contains(folded(component.name().text()))
                || names.contains(folded(component.name().english()))
                || names.contains(folded(component.name().spanish()));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
