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
import dev.portico.systemstatus.store.Update;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maintenance that goes on, is to come, and was. */
public final class MaintenancePage {
    private static final int MOST = 20;

    private record Past(List<Incident> incidents, Map<String, List<Update>> updates) {
        static Past of(Visit visit) {
            return visit.tenant().tables().transact(statements -> {
                var store = new IncidentStore(statements);
                var over = store.latest(true, MOST).stream()
                        .filter(incident -> incident.endedAt().isPresent())
                        .toList();
                return new Past(
                        over, store.updates(over.stream().map(Incident::id).toList()));
            });
        }
    }

    private MaintenancePage() {}

    public static Answer answer(Visit visit) {
        var board = Board.of(visit.tenant());
        var past = Past.of(visit);
        return new Page(
                Text.of("maintenance.title"),
                Optional.empty(),
                Optional.of(new Link(Text.of("status.title"), Blocks.HOME)),
                List.of(),
                List.of(
                        Section.of(
                                Text.of("maintenance.active"),
                                list(
                                        board.updates(),
                                        board.active().stream()
                                                .filter(Incident::maintenance)
                                                .toList(),
                                        Text.of("maintenance.active.none"))),
                        Section.of(
                                Text.of("status.upcoming"),
                                list(board.updates(), board.upcoming(), Text.of("maintenance.upcoming.none"))),
                        Section.of(
                                Text.of("maintenance.past"),
                                list(past.updates(), past.incidents(), Text.of("maintenance.past.none")))));
    }

    private static Block list(Map<String, List<Update>> updates, List<Incident> incidents, Text none) {
        return incidents.isEmpty() ? new Block.Paragraph(none) : Blocks.timeline(incidents, updates, Blocks::incident);
    }
}
