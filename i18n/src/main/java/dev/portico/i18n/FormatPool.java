package dev.portico.i18n;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Formats by ICU patterns and keeps the parsed ones. A {@code MessageFormat} in use by two threads gives wrong results
 * silently, so a thread takes one out and puts it back after use. This needs no thread locals, which would hold a copy
 * for every thread and outlive the application on the server's threads.
 */
final class FormatPool {

    static final int MOST_FORMATS = 2_000;

    private static final int STRIPES = 8;

    private static final Map<Key, Parsed> POOL = new ConcurrentHashMap<>();

    /** Threads of different stripes do not compete for the same format. */
    private record Key(long stripe, Locale locale, String pattern) {}

    private record Parsed(MessageFormat format, Set<String> dated) {

        static Parsed of(Locale locale, String pattern) {
            var dated = Placeholder.of(pattern).stream()
                    .filter(placeholder -> placeholder.kind() == Placeholder.Kind.DATE)
                    .map(Placeholder::name)
                    .collect(Collectors.toUnmodifiableSet());
            return new Parsed(new MessageFormat(pattern, Icu.locale(locale)), dated);
        }
    }

    private FormatPool() {}

    /** @throws IllegalArgumentException if the pattern cannot be parsed or an argument does not fit it */
    static String format(Formats formats, String pattern, Map<String, ? extends @Nullable Object> arguments) {
        var key = new Key(Thread.currentThread().getId() % STRIPES, formats.format(), pattern);
        var pooled = POOL.remove(key);
        var parsed = pooled != null ? pooled : Parsed.of(formats.format(), pattern);
        var text = parsed.format().format(Arguments.plain(arguments, parsed.dated(), formats));
        if (POOL.size() >= MOST_FORMATS) {
            POOL.clear();
        }
        POOL.put(key, parsed);
        return text;
    }

    static int size() {
        return POOL.size();
    }
}
