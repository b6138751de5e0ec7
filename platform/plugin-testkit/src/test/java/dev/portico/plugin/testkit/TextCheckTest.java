package dev.portico.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.manifest.Notification;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.TicketType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextCheckTest {
    private static final Map<String, String> ENGLISH =
            Map.of("mail.subject", "[{number}] {subject}", "mail.body", "{actor} wrote: {text}");

    @Test
    void wellWrittenMailsHaveNoProblem() {
        assertThat(TextCheck.mailProblems(plugin(ENGLISH, ENGLISH))).isEmpty();
    }

    @Test
    void subjectsWithoutANumberAndUnknownArgumentsAreNamed() {
        var spanish = Map.of("mail.subject", "{subject}", "mail.body", "{nobody}");

        assertThat(TextCheck.mailProblems(plugin(ENGLISH, spanish)))
                .containsExactly("mail (es): the subject is It's <subject>", "mail (es): not every argument is filled");
    }

    @Test
    void formalAddressIsFound() {
        var spanish = Map.of("a", "Lea esto.", "b", "Lee esto.", "c", "Pregunte a USTEDES.");

        assertThat(TextCheck.formalSpanish(plugin(ENGLISH, spanish))).containsExactly("a", "c");
    }

    private static PluginPackage plugin(Map<String, String> english, Map<String, String> spanish) {
        var mail = new Notification(TicketEvent.CREATED, new Notification.Recipient.Requester(), "mail");
        var type = new TicketType("case", "words", "scale", "flow", Optional.empty(), List.of(), List.of(mail));
        var manifest = new PluginManifest(
                "desk",
                "1.0.0",
                "[1.0,2.0)",
                "name",
                "description",
                "Test",
                "MIT",
                List.of(),
                List.of(),
                List.of(type),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        Map<Locale, MessageBundle> messages = Map.of(
                Languages.ENGLISH, MessageBundle.of("desk", Languages.ENGLISH, english),
                Languages.SPANISH, MessageBundle.of("desk", Languages.SPANISH, spanish));
        return new PluginPackage(manifest, messages, "", Path.of("desk.jar"), List.of());
    }
}
