package dev.portico.portal.ticket.boundary;

import dev.portico.portal.page.UIIcon;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** {@code <t:badge badge="…" styleClass="…"/>}: a {@link Badge} with its icon. A component for the reason {@link UIIcon} is one. */
@FacesComponent(UIBadge.TYPE)
public class UIBadge extends UIComponentBase {
    static final String TYPE = "portico.Badge";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        if (getAttributes().get("badge") instanceof Badge badge) {
            var styleClass = getAttributes().get("styleClass");
            write(context, badge, styleClass == null ? "" : styleClass.toString());
        }
    }

    /** For components that have a badge in them. */
    static void write(FacesContext context, Badge badge, String styleClass) throws IOException {
        var writer = context.getResponseWriter();
        writer.startElement("span", null);
        writer.writeAttribute("class", "badge " + (styleClass.isEmpty() ? "" : styleClass + " ") + badge.tone(), null);
        UIIcon.write(context, badge.icon(), "");
        writer.writeText(badge.label(), null);
        writer.endElement("span");
    }
}
