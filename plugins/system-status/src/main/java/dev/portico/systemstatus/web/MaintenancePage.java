package dev.portico.systemstatus.web;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.Section;
import dev.portico.systemstatus.store.Board;
import dev.portico.systemstatus.store.Incident;
import dev.portico.systemstatus.store.IncidentStore;
import java.util.List;
import java.util.Optional;

/** Maintenance that goes on, is to come, and was. */
public final class MaintenancePage {
    private static final int MOST = 20;

    private MaintenancePage() {}

    public static Answer answer(Visit visit) {
        var board = Board.of(visit.tenant());
        var past = visit.tenant().tables().transact(statements -> new IncidentStore(statements)
                .latest(true, MOST).stream()
                        .filter(incident -> incident.endedAt().isPresent())
                        .toList());
        return new Page(
                Text.of("maintenance.title"),
                Optional.empty(),
                Optional.of(new Link(Text.of("status.title"), Blocks.HOME)),
                List.of(),
                List.of(
                        Section.of(
                                Text.of("maintenance.active"),
                                list(
                                        board,
                                        board.active().stream()
                                                .filter(Incident::maintenance)
                                                .toList(),
                                        Text.of("maintenance.active.none"))),
                        Section.of(
                                Text.of("status.upcoming"),
                                list(board, board.upcoming(), Text.of("maintenance.upcoming.none"))),
                        Section.of(Text.of("maintenance.past"), list(board, past, Text.of("maintenance.past.none")))));
    }

    private static Block list(Board board, List<Incident> incidents, Text none) {
        return incidents.isEmpty()
                ? new Block.Paragraph(none)
                : Blocks.timeline(incidents, board.updates(), Blocks::incident);
    }
}
