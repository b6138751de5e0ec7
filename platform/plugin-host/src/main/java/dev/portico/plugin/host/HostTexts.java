package dev.portico.plugin.host;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.i18n.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the host says to administrators, in every language. */
public final class HostTexts {
    private static final List<MessageBundle> BUNDLES =
            Languages.SUPPORTED.stream().map(HostTexts::load).toList();
    private static final Messages MESSAGES = new Messages(BUNDLES);

    private HostTexts() {}

    /** For whoever shows them beside words of their own; every key begins with {@code plugin.}. */
    public static List<MessageBundle> bundles() {
        return BUNDLES;
    }

    public static String text(Locale language, String key, Map<String, Object> arguments) {
        return MESSAGES.text(language, language, ZoneOffset.UTC, key, arguments);
    }

    private static MessageBundle load(Locale language) {
        var file = "host_" + language.getLanguage() + ".properties";
        try (var stream = HostTexts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("No bundle " + file);
            }
            return MessageBundle.load(stream, "plugin host", language);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
