package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.each;

import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every message key that a manifest names, with the place that names it. */
public final class MessageKeys {
    private static final Set<Word> OF_ARCHIVES = EnumSet.of(Word.ARCHIVE, Word.ARCHIVED);

    private final List<Use> uses = new ArrayList<>();

    private MessageKeys() {}

    /** @param place in the manifest, {@code scales[0].label} for example */
    public record Use(String place, String key) {}

    public static List<Use> of(PluginManifest manifest) {
        var keys = new MessageKeys();
        keys.add("name", manifest.name());
        keys.add("description", manifest.description());
        each("scales", manifest.scales(), (at, scale) -> {
            keys.add(at + ".label", scale.label());
            each(at + ".levels", scale.levels(), (place, level) -> {
                keys.add(place + ".label", level.label());
                keys.add(place + ".description", level.description());
            });
        });
        each(
                "workflows",
                manifest.workflows(),
                (at, workflow) -> each(
                        at + ".statuses",
                        workflow.statuses(),
                        (place, status) -> keys.add(place + ".label", status.label())));
        each("ticketTypes", manifest.ticketTypes(), (at, type) -> {
            keys.addWords(at, type, archives(manifest, type));
            keys.addTicketType(at, type);
        });
        each("helpWays", manifest.helpWays(), (at, way) -> {
            keys.add(at + ".label", way.label());
            keys.add(at + ".text", way.text());
            way.menu().ifPresent(menu -> keys.add(at + ".menu", menu));
        });
        each("routes", manifest.routes(), (at, route) -> route.menu().ifPresent(menu -> keys.add(at + ".menu", menu)));
        manifest.dashboard().ifPresent(dashboard -> keys.add("dashboard.label", dashboard.label()));
        manifest.news().ifPresent(news -> {
            keys.add("news.label", news.label());
            keys.add("news.description", news.description());
        });
        each("organizationLists", manifest.organizationLists(), (at, list) -> keys.add(at + ".label", list.label()));
        each("settings", manifest.settings(), (at, setting) -> {
            keys.add(at + ".label", setting.label());
            setting.help().ifPresent(help -> keys.add(at + ".help", help));
        });
        return List.copyOf(keys.uses);
    }

    private static boolean archives(PluginManifest manifest, TicketType type) {
        return manifest.workflows().stream()
                .anyMatch(workflow -> workflow.id().equals(type.workflow()) && workflow.archives());
    }

    private void addWords(String at, TicketType type, boolean archives) {
        if (!type.words().isEmpty()) {
            Stream.of(Word.values())
                    .filter(word -> archives || !OF_ARCHIVES.contains(word))
                    .forEach(word -> add(at + ".words", type.word(word)));
        }
    }

    private void addTicketType(String at, TicketType type) {
        type.submitWithFiles().ifPresent(button -> add(at + ".submitWithFiles", button));
        type.warning().ifPresent(warning -> add(at + ".warning", warning));
        each(at + ".fields", type.fields(), (place, field) -> {
            add(place + ".label", field.label());
            field.help().ifPresent(help -> add(place + ".help", help));
        });
        each(at + ".notifications", type.notifications(), (place, notification) -> {
            if (!notification.template().isEmpty()) {
                add(place + ".template", notification.template() + ".subject");
                add(place + ".template", notification.template() + ".body");
            }
        });
    }

    /** An empty key was reported when it was read. */
    private void add(String place, String key) {
        if (!key.isEmpty()) {
            uses.add(new Use(place, key));
        }
    }
}
