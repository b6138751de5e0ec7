package dev.portico.portal.terms.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @Test
    void everybodyReadsThemInTheirLanguage() {
        var terms = terms(Map.of("en", "Be \"nice\"", "es", "Sé amable"));
        assertThat(terms.text(SPANISH)).isEqualTo("Sé amable");
        assertThat(terms.text(Locale.ENGLISH)).isEqualTo("Be \"nice\"");
        assertThat(terms.spoken(SPANISH)).isEqualTo("es");
    }

    @Test
    void whereALanguageIsMissingAnotherIsRead() {
        assertThat(terms(Map.of("en", "Be nice")).text(SPANISH)).isEqualTo("Be nice");
        assertThat(terms(Map.of("es", "Sé amable")).spoken(Locale.ENGLISH)).isEqualTo("es");
    }

    private static Terms terms(Map<String, String> texts) {
        return new Terms(1, texts, "Admin", Instant.EPOCH);
    }
}
