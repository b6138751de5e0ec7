package dev.portico.portal.migration.boundary;

import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.migration.boundary.Migrations.Report;
import dev.portico.portal.migration.entity.MigrationProblem;
import dev.portico.portal.migration.entity.Obstacle;
import dev.portico.portal.migration.entity.TicketMigration;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.boundary.Badge;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A migration in the words of its reader.
 *
 * @param source the desk that the tickets leave; empty where its plugin is away
 */
public record MigrationView(Report report, Optional<TenantDesk> source, Reader reader, Texts texts) {
    /** A ticket that stayed, and why. */
    public record Stayed(long number, String reason) {}

    static Badge badge(TicketMigration migration, Reader reader, Texts texts) {
        return switch (migration.state()) {
            case RUNNING -> new Badge(texts.text(reader, "staff.migration.running"), "tone-info", "status-progress");
            case STOPPED -> new Badge(texts.text(reader, "staff.migration.stopped"), "tone-warn", "status-waiting");
            case DONE -> new Badge(texts.text(reader, "staff.migration.done"), "tone-ok", "check-circle");
        };
    }

    public Badge badge() {
        return badge(report.migration(), reader, texts);
    }

    /** Tickets that the run has come to. */
    public long passed() {
        return report.migration().moved() + report.stayed();
    }

    /** "1,200 of 10,000 moved, 3 stayed". */
    public String progress() {
        var migration = report.migration();
        return texts.text(
                reader,
                "staff.migration.progress",
                Map.of("moved", migration.moved(), "total", migration.total(), "stayed", report.stayed()));
    }

    public List<Stayed> stayed() {
        return report.problems().stream()
                .map(problem -> new Stayed(problem.ticketNumber(), reason(problem)))
                .toList();
    }

    private String reason(MigrationProblem problem) {
        var obstacle = problem.obstacle();
        var value = Map.of("value", label(obstacle));
        return switch (obstacle.kind()) {
            case PRODUCT -> texts.text(reader, "staff.migration.stayed.product", value);
            case SEVERITY -> texts.text(reader, "staff.migration.stayed.severity", value);
            case STATUS -> texts.text(reader, "staff.migration.stayed.status", value);
            case REQUESTER -> texts.text(reader, "staff.migration.stayed.requester", value);
            case FOLLOWS -> texts.text(reader, "staff.migration.stayed.follows", value);
            case FILE -> texts.text(reader, "staff.migration.stayed.file", value);
            case UNEXPECTED -> texts.text(reader, "staff.migration.stayed.unexpected");
        };
    }

    private String label(Obstacle obstacle) {
        var value = obstacle.detail();
        return source.map(desk -> switch (obstacle.kind()) {
                    case PRODUCT -> desk.productLabel(reader, value);
                    case SEVERITY -> desk.severityLabel(reader, value);
                    case STATUS -> desk.statusLabel(reader, value);
                    case REQUESTER, FOLLOWS, FILE, UNEXPECTED -> value;
                })
                .orElse(value);
    }
}
