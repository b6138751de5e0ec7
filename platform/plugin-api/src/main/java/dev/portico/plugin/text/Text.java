package dev.portico.plugin.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A text for readers of any language: a message of the plugin's, or what somebody wrote. It is text: no HTML, nothing in
 * it is evaluated.
 */
public sealed interface Text {
    /** Without anything in it. */
    Text NONE = written("");

    /**
     * A message of the plugin's bundles, or the tenant's own words in its place.
     *
     * @param key message key
     * @param arguments by name: text, numbers, java.time values (in the reader's time zone and format) or texts
     */
    record Message(String key, Map<String, Object> arguments) implements Text {
        public Message {
            arguments = Map.copyOf(arguments);
        }
    }

    /**
     * What a person or another system wrote. A reader of another language sees the translation, if there is one, or else
     * the text itself, marked as of its language.
     *
     * @param language of {@code text}; empty where nobody knows
     * @param translations by language
     */
    record Written(String text, Locale language, Map<Locale, String> translations) implements Text {
        public Written {
            translations = Map.copyOf(translations);
        }

        /** For a reader of the language. */
        public String text(Locale reader) {
            return translations.getOrDefault(Locale.forLanguageTag(reader.getLanguage()), text);
        }

        /** @param other language of the translation; a blank translation is none */
        public Written translated(Locale other, String translation) {
            var all = new LinkedHashMap<>(translations);
            if (translation.isBlank()) {
                all.remove(other);
            } else {
                all.put(other, translation);
            }
            return new Written(text, language, all);
        }
    }

    static Text of(String key) {
        return new Message(key, Map.of());
    }

    /** @param arguments see {@link Message}; absent ones are left out */
    static Text of(String key, Map<String, ?> arguments) {
        var present = new LinkedHashMap<String, Object>();
        arguments.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return new Message(key, present);
    }

    /** The same in every language: a name, a number, an address. */
    static Written written(String text) {
        return new Written(text, Locale.ROOT, Map.of());
    }

    /** Written in that language. */
    static Written written(String text, Locale language) {
        return new Written(text, language, Map.of());
    }
}
