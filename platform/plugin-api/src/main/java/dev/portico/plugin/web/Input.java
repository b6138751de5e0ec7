package dev.portico.plugin.web;

import dev.portico.plugin.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A field of a form. A form with a problem in it is shown with what was typed, and the problem beside its field.
 *
 * @param name of the form's field
 * @param required for the page to say so; the handler checks
 * @param choices of {@link Kind#CHOICE} and {@link Kind#CHOICES}
 * @param values what is in it: one, or of {@link Kind#CHOICES} any number
 */
public record Input(
        String name,
        Kind kind,
        Text label,
        Optional<Text> help,
        boolean required,
        List<Choice> choices,
        List<String> values,
        Optional<Text> problem) {
    /** How it is entered. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        EMAIL,
        URL,
        /** One of the choices, or none. */
        CHOICE,
        /** Any number of the choices. */
        CHOICES,
        /** On, with the value {@code true}, or off. */
        FLAG,
        /** {@code 2026-11-22T09:05}, in the reader's time zone. */
        DATE_TIME,
        /** Not shown. */
        HIDDEN
    }

    /**
     * One of a field's choices.
     *
     * @param group choices of one group stand together
     */
    public record Choice(String value, Text label, Optional<Text> group) {}

    public Input {
        choices = List.copyOf(choices);
        values = List.copyOf(values);
    }

    /** An empty field that is not required. */
    public static Input of(String name, Kind kind, Text label) {
        return new Input(name, kind, label, Optional.empty(), false, List.of(), List.of(), Optional.empty());
    }

    /** A field that is not shown. */
    public static Input hidden(String name, String value) {
        return of(name, Kind.HIDDEN, Text.NONE).with(value);
    }

    public Input mandatory() {
        return new Input(name, kind, label, help, true, choices, values, problem);
    }

    public Input help(Text text) {
        return new Input(name, kind, label, Optional.of(text), required, choices, values, problem);
    }

    /** With these choices. */
    public Input among(List<Choice> all) {
        return new Input(name, kind, label, help, required, all, values, problem);
    }

    /** With these values in it. */
    public Input with(String... all) {
        return new Input(name, kind, label, help, required, choices, List.of(all), problem);
    }

    public Input problem(Text text) {
        return new Input(name, kind, label, help, required, choices, values, Optional.of(text));
    }
}
