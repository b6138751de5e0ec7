package dev.portico.portal.ticket.boundary;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A cell of a list, in the reader's words, which writes itself: see {@link UIListRow}. */
public sealed interface ListCell {
    /** CSS class of the cell; rows become cards on phones, where it decides the place. */
    String styleClass();

    /** What the column is called, where the cell does not speak for itself on a card; else empty. */
    default String label() {
        return "";
    }

    void write(FacesContext context, ResponseWriter writer) throws IOException;

    /** The ticket's number, which leads to it. */
    record Number(long number, String href) implements ListCell {
        @Override
        public String styleClass() {
            return "cell-key";
        }

        @Override
        public void write(FacesContext context, ResponseWriter writer) throws IOException {
            writer.startElement("a", null);
            writer.writeAttribute("href", href, null);
            writer.writeText(Long.toString(number), null);
            writer.endElement("a");
        }
    }

    /**
     * The ticket's subject, which leads to it as well.
     *
     * @param urgent what an urgent ticket is marked with
     * @param second whether the keyboard passes over it, because another link of the row leads to the same
     */
    record Subject(String subject, String href, Optional<String> urgent, boolean second) implements ListCell {
        @Override
        public String styleClass() {
            return "cell-title";
        }

        @Override
        public void write(FacesContext context, ResponseWriter writer) throws IOException {
            if (urgent.isPresent()) {
                UIBadge.write(context, new Badge(urgent.get(), "badge-solid", "alert-octagon"), "");
                writer.writeText(" ", null);
            }
            writer.startElement("a", null);
            writer.writeAttribute("href", href, null);
            if (second) {
                writer.writeAttribute("tabindex", "-1", null);
            }
            writer.writeText(subject, null);
            writer.endElement("a");
        }
    }

    /** A status or level. */
    record Marked(Badge badge, String badgeClass) implements ListCell {
        @Override
        public String styleClass() {
            return "";
        }

        @Override
        public void write(FacesContext context, ResponseWriter writer) throws IOException {
            UIBadge.write(context, badge, badgeClass);
        }
    }

    /** A name or label. */
    record Text(String text, String label) implements ListCell {
        @Override
        public String styleClass() {
            return "cell-wide";
        }

        @Override
        public void write(FacesContext context, ResponseWriter writer) throws IOException {
            writer.writeText(text, null);
        }
    }

    /**
     * When something was.
     *
     * @param exact day and time of day
     * @param shown the same as people say it
     */
    record Moment(Instant moment, String exact, String shown, String styleClass, String label) implements ListCell {
        @Override
        public void write(FacesContext context, ResponseWriter writer) throws IOException {
            writer.startElement("time", null);
            writer.writeAttribute("datetime", moment.toString(), null);
            writer.writeAttribute("title", exact, null);
            writer.writeText(shown, null);
            writer.endElement("time");
        }
    }
}
