package dev.portico.portal.page;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/**
 * {@code <t:icon name="…" styleClass="…"/>}: an icon of the sprite, for eyes only. A component and not a tag file, because
 * each row of a list has several: a tag file evaluates every expression that is handed on anew for each use.
 */
@FacesComponent(UIIcon.TYPE)
public class UIIcon extends UIComponentBase {
    static final String TYPE = "portico.Icon";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        write(context, text("name"), text("styleClass"));
    }

    private String text(String attribute) {
        var value = getAttributes().get(attribute);
        return value == null ? "" : value.toString();
    }

    /** For components that have an icon in them. */
    public static void write(FacesContext context, String name, String styleClass) throws IOException {
        var writer = context.getResponseWriter();
        writer.startElement("svg", null);
        writer.writeAttribute("class", styleClass.isEmpty() ? "icon" : "icon " + styleClass, null);
        writer.writeAttribute("aria-hidden", "true", null);
        writer.startElement("use", null);
        writer.writeAttribute("href", sprite(context) + "#" + name, null);
        writer.endElement("use");
        writer.endElement("svg");
    }

    private static Object sprite(FacesContext context) {
        return context.getAttributes().computeIfAbsent(TYPE, type -> context.getApplication()
                .getResourceHandler()
                .createResource("icons.svg", "portico")
                .getRequestPath());
    }
}
