package dev.portico.plugin.testkit;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.i18n.Messages;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.manifest.Notification;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader of a plugin's texts would stumble over. */
public final class TextCheck {
    private static final Pattern FORMAL =
            Pattern.compile("(?iu)\\b(usted(es)?|haga|incluya|adjunte|lea|seleccione|póngase|puede usted)\\b");
    /** All that a {@link Notification} may use; the apostrophe would swallow what follows if it were taken for syntax. */
    private static final Map<String, String> ARGUMENTS = Stream.of(
                    "number",
                    "subject",
                    "product",
                    "severity",
                    "status",
                    "requester",
                    "assignee",
                    "actor",
                    "text",
                    "phrase")
            .collect(Collectors.toMap(name -> name, name -> "It's <" + name + ">"));

    private TextCheck() {}

    /** Spanish texts that say <i>usted</i> to a reader whom the portal calls <i>tú</i>. */
    public static List<String> formalSpanish(PluginPackage plugin) {
        return Optional.ofNullable(plugin.messages().get(Languages.SPANISH)).map(MessageBundle::patterns).stream()
                .flatMap(patterns -> patterns.entrySet().stream())
                .filter(text -> FORMAL.matcher(text.getValue()).find())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Mails that do not begin with the ticket's number, break their subject or leave an argument unfilled. */
    public static List<String> mailProblems(PluginPackage plugin) {
        var messages = new Messages(List.copyOf(plugin.messages().values()));
        var problems = new ArrayList<String>();
        plugin.manifest().ticketTypes().stream()
                .flatMap(type -> type.notifications().stream())
                .map(Notification::template)
                .distinct()
                .forEach(mail -> Languages.SUPPORTED.forEach(language -> check(messages, language, mail, problems)));
        return problems;
    }

    private static void check(Messages messages, Locale language, String template, List<String> problems) {
        var place = template + " (" + language.toLanguageTag() + ")";
        var subject = messages.text(language, language, ZoneOffset.UTC, template + ".subject", ARGUMENTS);
        var body = messages.text(language, language, ZoneOffset.UTC, template + ".body", ARGUMENTS);
        if (!subject.startsWith("[" + ARGUMENTS.get("number") + "] ") || subject.contains("\n")) {
            problems.add(place + ": the subject is " + subject);
        }
        if (Stream.of(subject, body).anyMatch(text -> text.contains("⟦") || text.contains("{"))) {
            problems.add(place + ": not every argument is filled");
        }
    }
}
