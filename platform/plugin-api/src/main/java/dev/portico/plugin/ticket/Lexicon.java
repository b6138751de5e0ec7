package dev.portico.plugin.ticket;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the phrases of a tenant's word list in a text, in any of the list's languages, regardless of case, accents,
 * spacing and punctuation: "ProductionDown" is "Production Down" too. A phrase begins where a word of the text begins
 * and ends where one ends, so "reproduction downtime" does not contain it.
 */
public final class Lexicon {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Phrase> phrases;

    private record Phrase(String written, String letters) {}

    /** @param phrases by language tag, as {@link dev.portico.plugin.settings.Settings#phrases} returns them */
    public Lexicon(Map<String, List<String>> phrases) {
        this.phrases = phrases.values().stream()
                .flatMap(Collection::stream)
                .map(phrase -> new Phrase(phrase, Letters.of(phrase).joined()))
                .filter(phrase -> !phrase.letters().isEmpty())
                .toList();
    }

    /** The first phrase found, as written in the list. */
    public Optional<String> find(String text) {
        var letters = Letters.of(text);
        return phrases.stream()
                .filter(phrase -> letters.contain(phrase.letters()))
                .map(Phrase::written)
                .findFirst();
    }

    /**
     * A text without what separates its words.
     *
     * @param edges where in {@code joined} a word begins or the last one ends
     */
    private record Letters(String joined, BitSet edges) {
        static Letters of(String text) {
            var joined = new StringBuilder();
            var edges = new BitSet();
            for (var word : SEPARATORS.split(fold(text))) {
                edges.set(joined.length());
                joined.append(word);
            }
            edges.set(joined.length());
            return new Letters(joined.toString(), edges);
        }

        boolean contain(String phrase) {
            var at = joined.indexOf(phrase);
            while (at >= 0 && !(edges.get(at) && edges.get(at + phrase.length()))) {
                at = joined.indexOf(phrase, at + 1);
            }
            return at >= 0;
        }

        private static String fold(String text) {
            return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT);
        }
    }
}
