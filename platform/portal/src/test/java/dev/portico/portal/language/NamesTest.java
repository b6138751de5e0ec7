package dev.portico.portal.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void languagesAreCalledAsTheirSpeakersDo() {
        assertThat(Names.ofLanguage(Languages.ENGLISH)).isEqualTo("English");
        assertThat(Names.ofLanguage(Languages.SPANISH)).isEqualTo("Español");
    }

    @Test
    void theInitialIsAWholeLetterOfTheReadersLanguage() {
        assertThat(Names.initial("\uD801\uDC28seret", Languages.ENGLISH)).isEqualTo("\uD801\uDC00");
        assertThat(Names.initial("ñandú", Languages.SPANISH)).isEqualTo("Ñ");
        assertThat(Names.initial("istanbul", Locale.forLanguageTag("tr"))).isEqualTo("İ");
        assertThat(Names.initial("istanbul", Languages.ENGLISH)).isEqualTo("I");
        assertThat(Names.initial("", Languages.ENGLISH)).isEmpty();
    }
}
