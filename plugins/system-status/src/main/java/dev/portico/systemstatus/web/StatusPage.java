package dev.portico.systemstatus.web;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.Section;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.store.Board;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How everything is now. */
public final class StatusPage {
    private StatusPage() {}

    public static Answer answer(Visit visit) {
        var board = Board.of(visit.tenant());
        return new Page(
                Text.of("status.title"),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Link(Text.of("status.subscribe"), Address.tenant("subscriptions/system-status")),
                        new Link(Text.of("uptime.title"), Address.tenant("status/uptime")),
                        new Link(Text.of("maintenance.title"), Address.tenant("status/maintenance")),
                        new Link(Text.of("history.title"), Address.tenant("status/history"))),
                board.blank() ? List.of(Section.of(nothing())) : sections(board, visit));
    }

    private static Block nothing() {
        return new Block.Blank(Text.of("status.nothing"), Text.of("status.nothing.text"), List.of());
    }

    private static List<Section> sections(Board board, Visit visit) {
        var sections = new ArrayList<Section>();
        var first = new ArrayList<>(Blocks.stale(board, visit.now()));
        first.add(new Block.Callout(board.worst().tone(), overall(board.worst()), Text.NONE, List.of()));
        sections.add(new Section(Optional.of(Text.of("status.now")), first));
        if (!board.active().isEmpty()) {
            sections.add(Section.of(
                    Text.of("status.active"), Blocks.timeline(board.active(), board.updates(), Blocks::incident)));
        }
        sections.addAll(Blocks.components(List.copyOf(board.regions().entrySet()), component -> Optional.empty()));
        if (!board.upcoming().isEmpty()) {
            sections.add(Section.of(
                    Text.of("status.upcoming"), Blocks.timeline(board.upcoming(), board.updates(), Blocks::incident)));
        }
        return sections;
    }

    static Text overall(ComponentStatus worst) {
        return switch (worst) {
            case OPERATIONAL -> Text.of("overall.operational");
            case MAINTENANCE -> Text.of("overall.maintenance");
            case DEGRADED -> Text.of("overall.degraded");
            case PARTIAL_OUTAGE -> Text.of("overall.partial-outage");
            case MAJOR_OUTAGE -> Text.of("overall.major-outage");
        };
    }
}
