package dev.portico.i18n;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one origin in one language: ICU MessageFormat patterns by key. Immutable.
 *
 * @param origin who the messages come from (the portal, a plugin's id, a tenant), for people to read
 * @param duplicates keys that the file holds more than once; the last value counts
 */
public record MessageBundle(String origin, Locale language, Map<String, String> patterns, List<String> duplicates) {

    public MessageBundle {
        patterns = Map.copyOf(patterns);
        duplicates = List.copyOf(duplicates);
    }

    public static MessageBundle of(String origin, Locale language, Map<String, String> patterns) {
        return new MessageBundle(origin, language, patterns, List.of());
    }

    /**
     * Reads a {@code .properties} file in UTF-8 and closes it.
     *
     * @throws UncheckedIOException if it cannot be read or is not UTF-8
     * @throws IllegalArgumentException if a Unicode escape is malformed
     */
    public static MessageBundle load(InputStream utf8, String origin, Locale language) {
        return load(new InputStreamReader(utf8, StandardCharsets.UTF_8.newDecoder()), origin, language);
    }

    /** As {@link #load(InputStream, String, Locale)}, from text. */
    public static MessageBundle load(Reader text, String origin, Locale language) {
        var properties = new CollectingProperties();
        try (var reader = new BufferedReader(text)) {
            skipByteOrderMark(reader);
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            var message = "Messages of %s in %s cannot be read: %s"
                    .formatted(origin, language.toLanguageTag(), unreadable.getMessage());
            throw unreadable instanceof IOException io
                    ? new UncheckedIOException(message, io)
                    : new IllegalArgumentException(message, unreadable);
        }
        return new MessageBundle(origin, language, properties.patterns(), List.copyOf(properties.duplicates));
    }

    public Set<String> keys() {
        return patterns.keySet();
    }

    public Optional<String> pattern(String key) {
        return Optional.ofNullable(patterns.get(key));
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    /** Properties forget that a key came twice, so this listens while they load. */
    private static final class CollectingProperties extends Properties {
        private final transient Set<String> duplicates = new TreeSet<>();

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            if (containsKey(key)) {
                duplicates.add((String) key);
            }
            return super.put(key, value);
        }

        Map<String, String> patterns() {
            return stringPropertyNames().stream().collect(Collectors.toMap(key -> key, this::getProperty));
        }
    }
}
