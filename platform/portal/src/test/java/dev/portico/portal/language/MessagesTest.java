package dev.portico.portal.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.BundleCheck;
import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every text of the portal in both languages: none missing, unused, unparsable or different in its arguments. */
class MessagesTest {
    /** Keys that the code puts together. */
    private static final Set<String> COMPOSED = Set.of(
            "ticket.list.filter.*",
            "failure.title.*",
            "audit.action.*",
            "mailbox.state.*",
            "mailbox.reason.*",
            "mailbox.problem.*",
            "staff.mails.state.*",
            "staff.mails.text.*",
            "staff.mails.problem.*",
            "mailbox.trouble.*");

    @Test
    void everyTextIsThereInBothLanguagesAndUsed() {
        assertThat(BundleCheck.problems(all(Languages.ENGLISH), all(Languages.SPANISH), COMPOSED, Path.of("src/main")))
                .isEmpty();
    }

    @Test
    void noKeyStandsInTwoBundles() {
        var keys = Texts.BUNDLES.stream()
                .flatMap(name -> bundle(name, Languages.ENGLISH).keys().stream())
                .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    }

    private static MessageBundle all(Locale language) {
        var patterns = new HashMap<String, String>();
        List.copyOf(Texts.BUNDLES)
                .forEach(name -> patterns.putAll(bundle(name, language).patterns()));
        return MessageBundle.of("portal", language, patterns);
    }

    private static MessageBundle bundle(String name, Locale language) {
        var path = "/messages/" + name + "_" + language.getLanguage() + ".properties";
        try (var stream = Texts.class.getResourceAsStream(path)) {
            assertThat(stream).as(path).isNotNull();
            return MessageBundle.load(stream, name, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
