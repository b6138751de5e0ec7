package dev.portico.plugin.ticket;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the phrases of a tenant's word list in a text, in any of the list's languages, regardless of case, accents,
 * spacing and punctuation between the words. A phrase counts only as whole words.
 */
public final class Lexicon {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> phrases;

    /** @param phrases by language tag, as {@link dev.portico.plugin.settings.Settings#phrases} returns them */
    public Lexicon(Map<String, List<String>> phrases) {
        this.phrases = phrases.values().stream().flatMap(Collection::stream).toList();
    }

    /** The first phrase found, as written in the list. */
    public Optional<String> find(String text) {
        var folded = fold(text);
        return phrases.stream()
                .filter(phrase -> !fold(phrase).isBlank() && folded.contains(fold(phrase)))
                .findFirst();
    }

    private static String fold(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return " "
                + SEPARATORS
                        .matcher(bare.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}
