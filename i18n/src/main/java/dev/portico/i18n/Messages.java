package dev.portico.i18n;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The messages that one tenant sees: of several origins, in all languages. Immutable and thread-safe; make a new one
 * when a plugin comes or goes. Texts are not escaped: that is for the page that shows them.
 */
public final class Messages {

    private static final Logger LOG = System.getLogger(Messages.class.getName());
    private static final int MOST_REPORTS = 1_000;

    private final Map<String, Map<String, Found>> foundByLanguage = new HashMap<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    private record Found(String pattern, Locale language) {}

    /**
     * @param bundles in any mix of languages; of bundles in the same language the earlier one wins, so give a tenant's
     *     own words first, then the plugins', then the portal's
     */
    public Messages(List<MessageBundle> bundles) {
        for (var bundle : bundles) {
            var language = Locale.forLanguageTag(bundle.language().getLanguage());
            var merged = foundByLanguage.computeIfAbsent(language.getLanguage(), name -> new HashMap<>());
            bundle.patterns().forEach((key, pattern) -> merged.putIfAbsent(key, new Found(pattern, language)));
        }
    }

    /**
     * The text of a key in the UI language, else in English, else the key in {@code ⟦⟧}.
     *
     * @param format formats dates and numbers, if it is of the same language as the text
     * @param args by name: numbers, text, enums (by name), java.time values; give numbers that are identifiers as text
     */
    public String text(
            Locale ui, Locale format, ZoneId zone, String key, Map<String, ? extends @Nullable Object> args) {
        var found = find(ui, key);
        if (found.isEmpty()) {
            return failed(key, () -> "There is no message for the key %s in %s or English"
                    .formatted(key, ui.toLanguageTag()));
        }
        var language = found.get().language();
        var pattern = ui.equals(Languages.PSEUDO)
                ? PseudoLocale.pattern(found.get().pattern())
                : found.get().pattern();
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        try {
            return FormatPool.format(
                    new Formats(Languages.sameLanguage(format, language) ? format : language, zone), pattern, args);
        } catch (IllegalArgumentException unformattable) {
            return failed(key, () -> "The message %s in %s cannot be formatted: %s"
                    .formatted(key, language, unformattable.getMessage()));
        }
    }

    /** As {@link #text(Locale, Locale, ZoneId, String, Map)}, for the given reader. */
    public String text(Locale ui, Formats formats, String key, Map<String, ? extends @Nullable Object> args) {
        return text(ui, formats.format(), formats.zone(), key, args);
    }

    /** The text of a key whose message takes no arguments. */
    public String text(Locale ui, String key) {
        return text(ui, ui, ZoneOffset.UTC, key, Map.of());
    }

    /** Whether {@link #text} would find a message. */
    public boolean has(Locale ui, String key) {
        return find(ui, key).isPresent();
    }

    private Optional<Found> find(Locale ui, String key) {
        return find(ui.getLanguage(), key).or(() -> find(Languages.ENGLISH.getLanguage(), key));
    }

    private Optional<Found> find(String language, String key) {
        return Optional.ofNullable(
                foundByLanguage.getOrDefault(language, Map.of()).get(key));
    }

    private String failed(String key, Supplier<String> problem) {
        if (reported.size() < MOST_REPORTS && reported.add(key)) {
            LOG.log(Level.WARNING, problem);
        }
        return "⟦" + key + "⟧";
    }
}
