package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.Workflow.Status;
import java.util.List;
import java.util.stream.Stream;

/** A status or level that an actor may choose for a ticket. */
public record TicketChoice(String value, String label, boolean current) {
    /**
     * The status that it has, and those that the desk lets the role move it to.
     *
     * @param chosen what is to be shown as chosen
     */
    static List<TicketChoice> statuses(TicketView view, Role role, String chosen) {
        var before = view.ticket().status();
        var offered = targets(view, role).map(target -> status(view, target, chosen));
        var label = view.details().desk().statusLabel(view.reader(), before);
        return Stream.concat(Stream.of(new TicketChoice(before, label, before.equals(chosen))), offered)
                .toList();
    }

    /** Where the role may move it to but for closing, which is asked for in a way of its own. */
    static List<TicketChoice> moves(TicketView view, Role role, String chosen) {
        return targets(view, role)
                .filter(target -> target.category() != StatusCategory.CLOSED)
                .map(target -> status(view, target, chosen))
                .toList();
    }

    /** The levels of the desk's scale. */
    static List<TicketChoice> levels(TicketView view, String chosen) {
        var desk = view.details().desk();
        return desk.scale().levels().stream()
                .map(level -> new TicketChoice(
                        level.id(),
                        desk.text(view.reader(), level.label()),
                        level.id().equals(chosen)))
                .toList();
    }

    private static Stream<Status> targets(TicketView view, Role role) {
        var before = view.ticket().status();
        return view.details().desk().workflow().targets(before, role).stream()
                .filter(target -> !target.id().equals(before));
    }

    private static TicketChoice status(TicketView view, Status target, String chosen) {
        var label = view.details().desk().text(view.reader(), target.label());
        return new TicketChoice(target.id(), label, target.id().equals(chosen));
    }
}
