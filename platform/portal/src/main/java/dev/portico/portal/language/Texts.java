package dev.portico.portal.language;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.i18n.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The portal's own words, one bundle a feature. A plugin's words are its desk's. */
@ApplicationScoped
public class Texts {
    /** Names of the bundles under {@code /messages}. */
    public static final List<String> BUNDLES = List.of(
            "common", "tenant", "account", "ticket", "staff", "attachment", "mail", "audit", "plugin", "release", "publisher");

    private final Messages messages = new Messages(load());

    public String text(Reader reader, String key, Map<String, ? extends @Nullable Object> args) {
        return messages.text(reader.ui(), reader.formats(), key, args);
    }

    public String text(Reader reader, String key) {
        return text(reader, key, Map.of());
    }

    private static List<MessageBundle> load() {
        var bundles = new ArrayList<MessageBundle>();
        for (var name : BUNDLES) {
            for (var language : Languages.SUPPORTED) {
                bundles.add(load(name, language));
            }
        }
        return bundles;
    }

    private static MessageBundle load(String name, Locale language) {
        var path = "/messages/" + name + "_" + language.getLanguage() + ".properties";
        try (var stream = Texts.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("No bundle " + path);
            }
            return MessageBundle.load(stream, "portal", language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
