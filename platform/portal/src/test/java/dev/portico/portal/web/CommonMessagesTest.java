package dev.portico.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.BundleCheck;
import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommonMessagesTest {
    @Test
    void bothLanguagesSayTheSameAndNothingIsUnused() {
        var problems = BundleCheck.problems(
                bundle(Languages.ENGLISH), bundle(Languages.SPANISH), Set.of(), Path.of("src", "main"));
        assertThat(problems)
                .filteredOn(problem -> problem.matches("(common|failure|login)\\..*"))
                .isEmpty();
    }

    private static MessageBundle bundle(Locale language) {
        var name = "/messages/common_" + language.getLanguage() + ".properties";
        return MessageBundle.load(CommonMessagesTest.class.getResourceAsStream(name), "portal", language);
    }
}
