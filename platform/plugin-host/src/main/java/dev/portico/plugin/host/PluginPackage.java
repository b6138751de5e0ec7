package dev.portico.plugin.host;

import dev.portico.i18n.MessageBundle;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.TicketType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A plugin's jar whose manifest is in order: everything that it declares, as values; no class of it.
 *
 * @param messages by language; English and Spanish are always there
 * @param sha256 of the jar, in lower-case hexadecimal
 * @param migrations of its own tables, in the order in which they run
 */
public record PluginPackage(
        PluginManifest manifest,
        Map<Locale, MessageBundle> messages,
        String sha256,
        Path jar,
        List<Migration> migrations) {
    public PluginPackage {
        messages = Map.copyOf(messages);
        migrations = List.copyOf(migrations);
    }

    public String id() {
        return manifest.id();
    }

    public List<Desk> desks() {
        return manifest.ticketTypes().stream()
                .flatMap(type -> desk(type).stream())
                .toList();
    }

    private Optional<Desk> desk(TicketType type) {
        var scale = manifest.scales().stream()
                .filter(candidate -> candidate.id().equals(type.scale()))
                .findFirst();
        var workflow = manifest.workflows().stream()
                .filter(candidate -> candidate.id().equals(type.workflow()))
                .findFirst();
        return scale.flatMap(levels -> workflow.map(statuses -> new Desk(id(), type, levels, statuses)));
    }
}
