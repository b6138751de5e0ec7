package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Sla;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.sla.entity.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A promised time as a page shows it: how it stands, and how it came to that, in the reader's words and time zone.
 *
 * @param label of what is promised
 * @param target how soon
 * @param dueAt absent while the clock stands still
 */
public record PromiseView(String label, String target, Badge badge, Optional<Instant> dueAt, List<Line> receipt) {
    /** @param at when it happened or is going to */
    public record Line(Instant at, String text, boolean future) {}

    static PromiseView of(Reading reading, TenantDesk desk, Reader reader, Texts texts, Instant now) {
        return new PromiseView(
                texts.text(reader, key(reading.metric())),
                target(reading.target(), reader, texts),
                badge(reading, reader, texts),
                reading.unanswered() ? reading.dueAt() : Optional.empty(),
                receipt(reading, desk, reader, texts, now));
    }

    private static String target(Sla.Target target, Reader reader, Texts texts) {
        var key =
                switch (target.unit()) {
                    case HOURS -> "ticket.sla.hours";
                    case BUSINESS_HOURS -> "ticket.sla.business-hours";
                    case BUSINESS_DAYS -> "ticket.sla.business-days";
                };
        return texts.text(reader, key, Map.of("amount", target.amount()));
    }

    private static Badge badge(Reading reading, Reader reader, Texts texts) {
        return switch (reading.state()) {
            case RUNNING -> new Badge(texts.text(reader, "ticket.sla.running"), "tone-info", "clock");
            case PAUSED -> new Badge(texts.text(reader, "ticket.sla.paused"), "tone-neutral", "status-waiting");
            case MET -> new Badge(texts.text(reader, "ticket.sla.met"), "tone-ok", "check-circle");
            case MISSED -> new Badge(texts.text(reader, "ticket.sla.missed"), "tone-critical", "alert-octagon");
            case ENDED -> new Badge(texts.text(reader, "ticket.sla.ended"), "tone-neutral", "status-closed");
        };
    }

    private static List<Line> receipt(Reading reading, TenantDesk desk, Reader reader, Texts texts, Instant now) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(reading.startedAt(), texts.text(reader, "ticket.sla.line.started"), false));
        for (var pause : reading.pauses()) {
            var status = Map.of("status", desk.statusLabel(reader, pause.status()));
            lines.add(new Line(pause.from(), texts.text(reader, "ticket.sla.line.paused", status), false));
            if (pause.to() != null) {
                lines.add(new Line(pause.to(), texts.text(reader, "ticket.sla.line.resumed"), false));
            }
        }
        reading.answeredAt()
                .ifPresent(at -> lines.add(new Line(at, texts.text(reader, "ticket.sla.line.answered"), false)));
        reading.dueAt().ifPresent(due -> lines.add(due(due, reader, texts, now)));
        lines.sort(Comparator.comparing(Line::at));
        return List.copyOf(lines);
    }

    private static Line due(Instant due, Reader reader, Texts texts, Instant now) {
        var future = due.isAfter(now);
        return new Line(due, texts.text(reader, future ? "ticket.sla.line.due" : "ticket.sla.line.over"), future);
    }

    private static String key(Sla.Metric metric) {
        return switch (metric) {
            case FIRST_RESPONSE -> "ticket.sla.first-response";
        };
    }
}
