package dev.portico.portal.wording.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.i18n.Messages;
import dev.portico.portal.wording.entity.TenantWord;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantWordsTest {
    private static final List<MessageBundle> ORIGINALS = List.of(
            MessageBundle.of("desk", Languages.ENGLISH, Map.of("case", "Case of {name}", "only", "English")),
            MessageBundle.of("desk", Languages.SPANISH, Map.of("case", "Caso de {name}", "only", "Español")));

    @Test
    void ownWordsStandInTheOriginalsPlaceInTheirLanguageAlone() {
        var messages = TenantWords.merge(
                List.of(word("desk", "case", "es", "Incidencia de {name}"), word("desk", "only", "en", "Own")),
                "desk",
                ORIGINALS);
        assertThat(text(messages, Languages.SPANISH, "case")).isEqualTo("Incidencia de Ana");
        assertThat(text(messages, Languages.ENGLISH, "case")).isEqualTo("Case of Ana");
        assertThat(text(messages, Languages.SPANISH, "only")).isEqualTo("Español");
        assertThat(text(messages, Languages.ENGLISH, "only")).isEqualTo("Own");
    }

    @Test
    void wordsForAnotherOriginDoNotCount() {
        var messages = TenantWords.merge(List.of(word("portal", "case", "en", "Portal")), "desk", ORIGINALS);
        assertThat(text(messages, Languages.ENGLISH, "case")).isEqualTo("Case of Ana");
    }

    /** After an upgrade of the plugin, for example. */
    @Test
    void wordsThatNoLongerFitAreLeftOut() {
        var messages = TenantWords.merge(
                List.of(word("desk", "case", "en", "{number}: {name}"), word("desk", "gone", "en", "Gone {x}")),
                "desk",
                ORIGINALS);
        assertThat(text(messages, Languages.ENGLISH, "case")).isEqualTo("Case of Ana");
        assertThat(messages.has(Languages.ENGLISH, "gone")).isFalse();
    }

    private static TenantWord word(String origin, String key, String language, String pattern) {
        return new TenantWord(origin, key, language, pattern);
    }

    private static String text(Messages messages, Locale language, String key) {
        return messages.text(language, language, ZoneOffset.UTC, key, Map.of("name", "Ana"));
    }
}
