package dev.portico.plugin.host;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The plugins that run at one moment, as values. It never changes: take a new one to see what has changed. */
public record Catalog(List<PluginPackage> plugins) {
    public Catalog {
        plugins = List.copyOf(plugins);
    }

    public Optional<PluginPackage> plugin(String id) {
        return plugins.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    }

    /** The ticket types of the given plugins, those that a tenant has enabled, in the order of their ids. */
    public List<Desk> desks(Collection<String> enabledPlugins) {
        return plugins.stream()
                .filter(plugin -> enabledPlugins.contains(plugin.id()))
                .flatMap(plugin -> plugin.desks().stream())
                .toList();
    }

    public Optional<Desk> desk(Collection<String> enabledPlugins, String ticketType) {
        return desks(enabledPlugins).stream()
                .filter(desk -> desk.type().id().equals(ticketType))
                .findFirst();
    }
}
