package dev.portico.plugin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionTest {
    private final Option option = new Option("agents", Map.of("en", "Agents", "es", "Agentes"));

    @Test
    void labelIsInTheReadersLanguageWhateverTheRegion() {
        assertThat(option.label(Locale.forLanguageTag("es-MX"))).isEqualTo("Agentes");
    }

    @Test
    void labelOfAnUnknownLanguageIsEnglish() {
        assertThat(option.label(Locale.forLanguageTag("tr"))).isEqualTo("Agents");
    }

    @Test
    void optionWithoutEnglishCannotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Option("agents", Map.of("es", "Agentes")))
                .withMessageContaining("agents");
    }
}
