package dev.portico.portal.mailbox.control;

import dev.portico.i18n.TextFolding;
import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.settings.Option;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.plugin.control.TenantDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a mail fills in of a ticket. Nothing is guessed that the mail does not say. */
@ApplicationScoped
public class MailWords {
    private static final int LONGEST_COMMENT = 20_000;
    private static final int LONGEST_DIAGNOSTIC = 1_000;

    @Inject
    Texts texts;

    /**
     * @param text with a note of what is not in it, in the sender's language
     * @param shortened whether the rest has to be kept elsewhere
     */
    public record Said(String text, boolean shortened) {}

    public Said comment(Reader reader, String said, List<String> refused) {
        return said(reader, said, refused, LONGEST_COMMENT);
    }

    /** By id of the field. */
    public Map<String, String> ticket(TenantDesk desk, Reader reader, String subject, Said description) {
        var values = new LinkedHashMap<String, String>();
        desk.type()
                .field(Field.Kind.SUBJECT)
                .ifPresent(field -> values.put(field.id(), subject(reader, subject, field.maxLength())));
        desk.type().field(Field.Kind.DESCRIPTION).ifPresent(field -> values.put(field.id(), description.text()));
        desk.type()
                .field(Field.Kind.PRODUCT)
                .flatMap(field -> product(desk.options(field), subject).map(product -> Map.entry(field.id(), product)))
                .ifPresent(product -> values.put(product.getKey(), product.getValue()));
        return values;
    }

    public Said description(TenantDesk desk, Reader reader, String said, List<String> refused) {
        var longest =
                desk.type().field(Field.Kind.DESCRIPTION).map(Field::maxLength).filter(limit -> limit > 0);
        return said(reader, said, refused, longest.orElse(LONGEST_COMMENT));
    }

    /** For the agents of the ticket. */
    public String bounce(Reader reader, String recipient, String diagnostic) {
        if (diagnostic.isBlank()) {
            return texts.text(reader, "mailbox.mail.bounce.wordless", Map.of("recipient", recipient));
        }
        var said = first(diagnostic.replace("\0", ""), LONGEST_DIAGNOSTIC);
        return texts.text(reader, "mailbox.mail.bounce", Map.of("recipient", recipient, "diagnostic", said));
    }

    private Said said(Reader reader, String said, List<String> refused, int longest) {
        var clean = said.replace("\0", "").strip();
        var text = clean.isEmpty() ? texts.text(reader, "mailbox.mail.empty") : clean;
        var notes = new StringBuilder();
        if (!refused.isEmpty()) {
            var names =
                    String.join("\n", refused.stream().map(name -> "- " + name).toList());
            notes.append("\n\n").append(texts.text(reader, "mailbox.mail.refused", Map.of("names", names)));
        }
        var room = longest - points(notes.toString());
        if (points(text) <= room) {
            return new Said(text + notes, false);
        }
        notes.insert(0, "\n\n" + texts.text(reader, "mailbox.mail.shortened"));
        // With thousands of long names of files nothing would be left for what was said.
        var kept = longest - Math.min(points(notes.toString()), longest / 2);
        return new Said(first(first(text, kept) + notes, longest), true);
    }

    private String subject(Reader reader, String subject, int longest) {
        var line = subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.isEmpty()) {
            return texts.text(reader, "mailbox.mail.no-subject");
        }
        return longest > 0 && points(line) > longest ? first(line, longest - 1) + "…" : line;
    }

    /** The one whose name stands in the subject, in whatever language; none where there are several. */
    private static Optional<String> product(List<Option> options, String subject) {
        var words = padded(subject);
        var named = options.stream()
                .filter(option -> option.labels().values().stream()
                        .map(MailWords::padded)
                        .anyMatch(label -> !label.isBlank() && words.contains(label)))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0).id()) : Optional.empty();
    }

    private static String padded(String text) {
        return " " + TextFolding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String first(String text, int most) {
        return points(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
