package dev.portico.systemstatus.staff;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.Section;
import dev.portico.systemstatus.store.Board;
import dev.portico.systemstatus.store.Incident;
import dev.portico.systemstatus.store.IncidentStore;
import dev.portico.systemstatus.web.Blocks;
import dev.portico.systemstatus.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All incidents and maintenance, for those who write them. */
public final class DeskPage {
    private static final int PAST = 30;

    private DeskPage() {}

    public static Answer answer(Visit visit) {
        var board = Board.of(visit.tenant());
        var past = visit.tenant().tables().transact(statements -> {
            var store = new IncidentStore(statements);
            return Stream.of(store.latest(false, PAST), store.latest(true, PAST))
                    .flatMap(List::stream)
                    .filter(incident -> incident.endedAt().isPresent())
                    .sorted((one, other) -> other.begins().compareTo(one.begins()))
                    .limit(PAST)
                    .toList();
        });
        return new Page(
                Text.of("status.title"),
                Optional.of(Text.of("desk.lead")),
                Optional.empty(),
                List.of(
                        new Link(Text.of("desk.new-incident"), Address.staff("status/new-incident")),
                        new Link(Text.of("desk.new-maintenance"), Address.staff("status/new-maintenance")),
                        new Link(Text.of("status.components"), ComponentsPage.ADDRESS),
                        new Link(Text.of("desk.public"), Blocks.HOME)),
                sections(visit, board, past));
    }

    private static List<Section> sections(Visit visit, Board board, List<Incident> past) {
        var now = new ArrayList<>(Blocks.stale(board, visit.now()));
        now.add(
                board.open().isEmpty()
                        ? new Block.Blank(Text.of("desk.none"), Text.of("desk.none.text"), List.of())
                        : table(Text.of("desk.open"), board.open()));
        var sections = new ArrayList<Section>();
        sections.add(new Section(Optional.of(Text.of("desk.open")), now));
        if (!past.isEmpty()) {
            sections.add(Section.of(Text.of("desk.past"), table(Text.of("desk.past"), past)));
        }
        return sections;
    }

    private static Block table(Text caption, List<Incident> incidents) {
        return new Block.Table(
                caption,
                List.of(
                        Text.of("field.title"),
                        Text.of("incident.state"),
                        Text.of("desk.kind"),
                        Text.of("desk.begins"),
                        Text.of("desk.origin")),
                incidents.stream().map(DeskPage::row).toList());
    }

    private static Block.Row row(Incident incident) {
        return new Block.Row(List.of(
                new Block.Cell(incident.title().asText(), Optional.of(Blocks.desk(incident)), Optional.empty()),
                new Block.Cell(incident.state(), Optional.empty(), Optional.of(incident.tone())),
                Block.Cell.of(Blocks.kind(incident)),
                Block.Cell.of(Blocks.moment(incident.begins())),
                Block.Cell.of(incident.manual() ? Text.of("desk.by-hand") : Text.of("desk.provider"))));
    }
}
