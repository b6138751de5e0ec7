package dev.portico.portal.extension.boundary;

import dev.portico.plugin.web.Input.Kind;
import java.util.List;

/** A form of a plugin's. It is posted to the page's own address. */
public record FormView(String id, List<Field> fields, List<Hidden> hidden, Phrase submit, boolean danger)
        implements BlockView {
    /** A field that is not shown. */
    public record Hidden(String name, String value) {}

    /** A choice, with whether it is made. */
    public record Choice(String value, Phrase label, boolean chosen) {}

    /**
     * Choices that stand together.
     *
     * @param label blank for those that are of no group
     */
    public record Group(Phrase label, List<Choice> choices) {}

    /**
     * A field as the page writes it.
     *
     * @param id unique on the page
     * @param value of a field with one
     * @param problem blank where nothing is wrong
     */
    public record Field(
            String id,
            String name,
            Kind kind,
            Phrase label,
            Phrase help,
            boolean required,
            List<Group> groups,
            String value,
            Phrase problem) {
        /** Whether it is one line of text. */
        public boolean line() {
            return kind == Kind.TEXT || kind == Kind.EMAIL || kind == Kind.URL;
        }

        public boolean is(String name) {
            return kind.name().equals(name);
        }

        /** For the keyboard that a phone shows. */
        public String inputMode() {
            return kind == Kind.EMAIL ? "email" : kind == Kind.URL ? "url" : "text";
        }

        public String autocomplete() {
            return kind == Kind.EMAIL ? "email" : "off";
        }

        public boolean on() {
            return value.equals("true");
        }

        public boolean wrong() {
            return !problem.blank();
        }
    }
}
