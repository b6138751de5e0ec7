package dev.portico.portal.language;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.i18n.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
            "common",
            "tenant",
            "account",
            "ticket",
            "staff",
            "attachment",
            "mail",
            "audit",
            "plugin",
            "release",
            "publisher",
            "origin",
            "branding",
            "wording",
            "issue",
            "extension",
            "privacy",
            "subscription",
            "contact",
            "terms",
            "invitation",
            "people",
            "registration",
            "realm",
            "mailbox");

    /** Those of them that customers read, on pages and in mails. */
    private static final List<String> FOR_CUSTOMERS = List.of(
            "common",
            "tenant",
            "account",
            "ticket",
            "attachment",
            "mail",
            "issue",
            "extension",
            "privacy",
            "subscription",
            "contact",
            "terms",
            "invitation",
            "registration",
            "mailbox");

    private final List<MessageBundle> bundles = load(BUNDLES);
    private final Messages messages = new Messages(bundles);

    @Inject
    OwnWords own = OwnWords.NONE;

    public String text(Reader reader, String key, Map<String, ? extends @Nullable Object> args) {
        return own.before(OwnWords.PORTAL, bundles).orElse(messages).text(reader.ui(), reader.formats(), key, args);
    }

    public String text(Reader reader, String key) {
        return text(reader, key, Map.of());
    }

    /** The originals of what customers read, in all languages. */
    public List<MessageBundle> forCustomers() {
        return load(FOR_CUSTOMERS);
    }

    private static List<MessageBundle> load(List<String> names) {
        var bundles = new ArrayList<MessageBundle>();
        for (var name : names) {
            for (var language : Languages.SUPPORTED) {
                bundles.add(load(name, language));
            }
        }
        return List.copyOf(bundles);
    }

    private static MessageBundle load(String name, Locale language) {
        var path = "/messages/" + name + "_" + language.getLanguage() + ".properties";
        try (var stream = Texts.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("No bundle " + path);
            }
            return MessageBundle.load(stream, OwnWords.PORTAL, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
