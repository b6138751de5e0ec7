package dev.portico.portal.ticket.boundary;

import dev.portico.portal.page.UIIcon;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/**
 * {@code <t:listRow row="…"/>}: a {@link ListRow} as a row of a table. The columns are data, and a loop over them in the
 * page would evaluate several expressions for each cell: a component for the reason {@link UIIcon} is one.
 */
@FacesComponent(UIListRow.TYPE)
public class UIListRow extends UIComponentBase {
    static final String TYPE = "portico.ListRow";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        if (getAttributes().get("row") instanceof ListRow row) {
            var writer = context.getResponseWriter();
            writer.startElement("tr", null);
            writer.writeAttribute("role", "row", null);
            if (row.urgent()) {
                writer.writeAttribute("class", "is-urgent", null);
            }
            for (var cell : row.cells()) {
                write(context, cell);
            }
            writer.endElement("tr");
        }
    }

    private static void write(FacesContext context, ListCell cell) throws IOException {
        var writer = context.getResponseWriter();
        writer.startElement("td", null);
        writer.writeAttribute("role", "cell", null);
        if (!cell.styleClass().isEmpty()) {
            writer.writeAttribute("class", cell.styleClass(), null);
        }
        if (!cell.label().isEmpty()) {
            writer.writeAttribute("data-label", cell.label(), null);
        }
        cell.write(context, writer);
        writer.endElement("td");
    }
}
