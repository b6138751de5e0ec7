package dev.portico.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The header of a message or of a part. Names are compared without regard to case. */
final class Header {

    private record Field(String name, String body) {}

    private final Set<Flaw> flaws;
    private final List<Field> fields = new ArrayList<>();

    Header(Set<Flaw> flaws) {
        this.flaws = flaws;
    }

    void add(String name, byte[] body) {
        var text = Charsets.exactly(body, StandardCharsets.UTF_8).orElseGet(() -> {
            flaws.add(Flaw.HEADER_CHARSET);
            return Charsets.decode(body, Optional.empty(), EnumSet.noneOf(Flaw.class));
        });
        fields.add(new Field(
                name.toLowerCase(Locale.ROOT),
                text.replace("\r", "").replace("\n", "").strip()));
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name.equals(name));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Unfolded; encoded words as they are. */
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name.equals(name))
                .map(Field::body)
                .toList();
    }

    /** Unfolded; encoded words as they are. */
    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name.equals(name))
                .map(Field::body)
                .findFirst();
    }

    /** Decoded, one line. */
    String line(String name, int most) {
        return first(name)
                .map(body -> PlainText.line(EncodedWords.decode(body, flaws), most))
                .orElse("");
    }

    /** In lower case, without a comment or what else follows; empty where there is none. */
    String word(String name) {
        var line = line(name, 200).toLowerCase(Locale.ROOT);
        var end = 0;
        while (end < line.length() && " ;(,".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(0, end);
    }

    Parameters parameters(String name) {
        return first(name).map(body -> Parameters.of(body, flaws)).orElse(Parameters.NONE);
    }
}
