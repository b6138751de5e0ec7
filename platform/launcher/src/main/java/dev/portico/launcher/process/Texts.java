package dev.portico.launcher.process;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The launcher's own words. It speaks to whoever types Maven commands, so English alone will do. */
public final class Texts {
    private static final Properties WORDS = load();

    private Texts() {}

    public static String get(String key, @Nullable Object... arguments) {
        var pattern = Objects.requireNonNull(WORDS.getProperty(key), key);
        // As strings: a port is 8080, not 8,080.
        var words = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(pattern, Locale.ROOT).format(words);
    }

    private static Properties load() {
        var words = new Properties();
        var source = Objects.requireNonNull(Texts.class.getResourceAsStream("launcher.properties"));
        try (Reader reader = new InputStreamReader(source, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
