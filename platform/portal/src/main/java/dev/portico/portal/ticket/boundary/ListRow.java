package dev.portico.portal.ticket.boundary;

import java.util.List;

/** A ticket in a list. */
public record ListRow(boolean urgent, List<ListCell> cells) {
    public ListRow {
        cells = List.copyOf(cells);
    }
}
