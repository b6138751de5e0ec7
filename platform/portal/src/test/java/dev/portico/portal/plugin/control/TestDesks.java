package dev.portico.portal.plugin.control;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.i18n.Messages;
import dev.portico.plugin.host.Desk;
import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.settings.Option;
import dev.portico.plugin.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Desks of which a test needs the form only. */
public final class TestDesks {
    private TestDesks() {}

    /** Its setting {@code colours} offers red; every label is the message {@code label}. */
    public static TenantDesk with(Field... fields) {
        var type = new TicketType("case", "words", "scale", "flow", Optional.empty(), List.of(fields), List.of());
        var desk = new Desk(
                "desk",
                type,
                new Scale("scale", "label", List.of()),
                new Workflow("flow", "open", List.of(), List.of(), Map.of(), List.of()));
        var settings = new Settings(Map.of("colours", List.of(new Option("red", Map.of("en", "Red", "es", "Rojo")))));
        var messages = new Messages(List.of(
                MessageBundle.of("desk", Languages.ENGLISH, Map.of("label", "Colour")),
                MessageBundle.of("desk", Languages.SPANISH, Map.of("label", "Color"))));
        return new TenantDesk("acme", desk, settings, messages);
    }

    /** Optional, with the colours where its kind has options. */
    public static Field field(String id, Field.Kind kind) {
        return new Field(
                id,
                kind,
                "label",
                Optional.empty(),
                false,
                10,
                Optional.of("colours"),
                Optional.empty(),
                Optional.empty());
    }
}
