package dev.portico.systemstatus.web;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.news.News;
import dev.portico.plugin.news.Topic;
import dev.portico.plugin.table.Statements;
import dev.portico.plugin.text.Text;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.store.Board;
import dev.portico.systemstatus.store.Component;
import dev.portico.systemstatus.store.ComponentStore;
import dev.portico.systemstatus.store.Incident;
import dev.portico.systemstatus.store.IncidentStore;
import dev.portico.systemstatus.store.NewsStore;
import dev.portico.systemstatus.store.NewsStore.Change;
import dev.portico.systemstatus.store.Regions;
import dev.portico.systemstatus.store.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts changes into words, and says whom they concern. */
public final class NewsTexts {
    /** Of incidents of which nobody says what they affect. */
    private static final String GENERAL = "general";

    private final Statements statements;
    private final Map<String, Incident> incidents = new HashMap<>();
    private final Map<String, Component> components = new HashMap<>();
    private final Map<String, List<Update>> updates = new HashMap<>();
    private final Map<String, Map<String, ComponentStatus>> affected = new HashMap<>();

    private NewsTexts(Statements statements) {
        this.statements = statements;
    }

    /** Components by region, each region as a whole, and what concerns none of them. */
    public static List<Topic> topics(TenantView tenant) {
        var topics = new ArrayList<Topic>();
        Board.of(tenant).regions().forEach((region, components) -> {
            var first = components.get(0);
            var group = Optional.of(Blocks.region(first));
            if (!region.isBlank()) {
                topics.add(new Topic(
                        Regions.topic(region), Text.of("topic.region", Map.of("region", first.regionName())), group));
            }
            components.forEach(component ->
                    topics.add(new Topic(component.id(), component.name().asText(), group)));
        });
        topics.add(new Topic(GENERAL, Text.of("topic.general"), Optional.empty()));
        return topics;
    }

    public static List<News> pending(TenantView tenant, int most) {
        return tenant.tables().transact(statements -> {
            var changes = new NewsStore(statements).pending(most);
            var texts = new NewsTexts(statements);
            texts.read(changes);
            return changes.stream().map(texts::news).toList();
        });
    }

    private void read(Collection<Change> changes) {
        var ids = changes.stream()
                .flatMap(change -> change.incident().stream())
                .distinct()
                .toList();
        var store = new IncidentStore(statements);
        incidents.putAll(store.named(ids));
        updates.putAll(store.updates(ids));
        affected.putAll(store.affected(ids));
        var touched = Stream.concat(
                        changes.stream().flatMap(change -> change.component().stream()),
                        affected.values().stream().flatMap(one -> one.keySet().stream()))
                .distinct()
                .toList();
        components.putAll(new ComponentStore(statements).named(touched));
    }

    private News news(Change change) {
        return change.component()
                .flatMap(id -> Optional.ofNullable(components.get(id)))
                .map(component -> ofComponent(change, component))
                .orElseGet(() -> ofIncident(change, incident(change)));
    }

    private Incident incident(Change change) {
        return change.incident()
                .flatMap(id -> Optional.ofNullable(incidents.get(id)))
                .orElseThrow();
    }

    private News ofComponent(Change change, Component component) {
        var status = change.status().orElse(component.status());
        return new News(
                change.id(),
                change.at(),
                topics(List.of(component)),
                status.tone(),
                Text.of(
                        change.kind().key(),
                        Map.of("component", component.name().asText(), "status", status.label())),
                component.region().isBlank()
                        ? Text.of("news.component.text")
                        : Text.of("news.component.text-region", Map.of("region", component.regionName())),
                Blocks.HOME,
                Optional.empty());
    }

    private News ofIncident(Change change, Incident incident) {
        var touched = affected.getOrDefault(incident.id(), Map.of()).keySet().stream()
                .flatMap(id -> Optional.ofNullable(components.get(id)).stream())
                .toList();
        return new News(
                change.id(),
                change.at(),
                topics(touched),
                tone(change, incident),
                Text.of(change.kind().key(), Map.of("title", incident.title().asText())),
                text(change, incident),
                Blocks.incident(incident),
                Optional.of(incident.id()));
    }

    private static Tone tone(Change change, Incident incident) {
        return switch (change.kind()) {
            case RESOLVED, COMPLETED -> Tone.SUCCESS;
            case SCHEDULED, RESCHEDULED, STARTED, WITHDRAWN, LAPSED -> Tone.NOTICE;
            default -> incident.maintenance() ? Tone.NOTICE : incident.impact().tone();
        };
    }

    private Text text(Change change, Incident incident) {
        return switch (change.kind()) {
            case WITHDRAWN -> Text.of("news.withdrawn.text");
            case LAPSED -> Text.of("news.lapsed.text");
            case RESCHEDULED -> Blocks.window(incident).orElse(Text.NONE);
            default -> said(change, incident);
        };
    }

    /** What was said with the change; for one that nothing was said with, how it stands. */
    private Text said(Change change, Incident incident) {
        var all = updates.getOrDefault(incident.id(), List.of());
        var first = change.update().isEmpty() && !all.isEmpty()
                ? Optional.of(all.get(all.size() - 1))
                : Optional.<Update>empty();
        return all.stream()
                .filter(update -> change.update().filter(update.id()::equals).isPresent())
                .findFirst()
                .or(() -> first)
                .map(update -> update.body().asText())
                .or(() -> Blocks.window(incident))
                .orElse(incident.state());
    }

    private static Set<String> topics(List<Component> touched) {
        var topics = new LinkedHashSet<String>();
        touched.forEach(component -> {
            topics.add(component.id());
            if (!component.region().isBlank()) {
                topics.add(Regions.topic(component.region()));
            }
        });
        return topics.isEmpty() ? Set.of(GENERAL) : topics;
    }
}
