package dev.portico.systemstatus.feed;

import dev.portico.systemstatus.feed.Syndication.Entry;
import dev.portico.systemstatus.model.Impact;
import dev.portico.systemstatus.model.Phase;
import dev.portico.systemstatus.model.Snapshot;
import dev.portico.systemstatus.model.Snapshot.ReportedIncident;
import dev.portico.systemstatus.model.Snapshot.ReportedUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * RSS 2.0 and Atom as status pages write them: an entry is an incident, and its text the updates, the latest first. Where
 * an update begins with a phase in bold, as Statuspage's do, each paragraph is one. An entry that leaves the document says
 * nothing: feeds are cut off at some length.
 */
final class SyndicationDocument {
    private SyndicationDocument() {}

    static Snapshot read(List<Entry> entries) {
        return new Snapshot(
                Optional.empty(),
                Optional.empty(),
                entries.stream().map(SyndicationDocument::incident).toList(),
                List.of());
    }

    private static ReportedIncident incident(Entry entry) {
        var updates = updates(entry);
        var latest = updates.get(updates.size() - 1).phase();
        var phase = PhaseWords.ofTitle(entry.title()).orElse(latest);
        return new ReportedIncident(
                entry.id(),
                phase.planned(),
                entry.title(),
                phase.planned() ? Impact.NONE : Impact.MINOR,
                phase,
                entry.at(),
                Optional.empty(),
                Optional.empty(),
                phase.over() ? Optional.of(entry.at()) : Optional.empty(),
                entry.at(),
                updates,
                Map.of());
    }

    private static List<ReportedUpdate> updates(Entry entry) {
        var html = PlainText.element(entry.html());
        var updates = new ArrayList<ReportedUpdate>();
        paragraphs(html).forEach((paragraph, bold) -> PhaseWords.ofText(bold.text())
                .filter(phase -> updates.size() < Limits.UPDATES)
                .ifPresent(phase -> updates.add(update(paragraph, phase))));
        if (updates.isEmpty()) {
            var phase = bold(html).or(() -> PhaseWords.ofText(html.text())).orElse(Phase.INVESTIGATING);
            updates.add(update(html, phase));
        }
        Collections.reverse(updates);
        return updates;
    }

    /** Those with something bold, with the first of that. */
    private static Map<Element, Element> paragraphs(Element html) {
        var paragraphs = new LinkedHashMap<Element, Element>();
        for (var bold : html.select("strong, b")) {
            var paragraph = bold.closest("p");
            if (paragraph != null) {
                paragraphs.putIfAbsent(paragraph, bold);
            }
        }
        return paragraphs;
    }

    private static Optional<Phase> bold(Element element) {
        return Optional.ofNullable(element.selectFirst("strong, b")).flatMap(bold -> PhaseWords.ofText(bold.text()));
    }

    private static ReportedUpdate update(Element element, Phase phase) {
        var body = PlainText.ofElement(element.clone());
        return new ReportedUpdate(body, phase, Optional.empty(), body);
    }
}
