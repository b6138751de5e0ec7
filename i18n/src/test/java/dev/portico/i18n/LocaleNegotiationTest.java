package dev.portico.i18n;

import static dev.portico.i18n.Languages.ENGLISH;
import static dev.portico.i18n.Languages.PSEUDO;
import static dev.portico.i18n.Languages.SPANISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocaleNegotiationTest {

    private final LocaleNegotiation negotiation = new LocaleNegotiation();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es-MX | es",
                "es-419,en;q=0.5 | es",
                "en-GB,es;q=0.9 | en",
                "en;q=0.3, es;q=0.7 | es",
                "de, fr;q=0.9, es;q=0.1 | es",
                "es;q=0, en | en",
                "ca | es",
                "gl-ES | es",
                "eu, fr | es",
                "ES_mx | es",
                "en-XA | en",
                "*, es | es",
                "garbage garbage, es | es",
                "es;q=nonsense, en;q=0.1 | en",
            })
    void theHeaderLeadsToTheNearestLanguage(String header, String expected) {
        assertThat(byHeader(header, ENGLISH)).isEqualTo(Locale.forLanguageTag(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",,,",
                ";",
                ";q=1",
                "q=1",
                "*",
                "de",
                "tr-TR",
                "\u0000",
                "⟦⟧",
                "-",
                "x-private",
                "es;q=0"
            })
    void withoutAUsableWishTheTenantsDefaultCounts(String header) {
        assertThat(byHeader(header, ENGLISH)).isEqualTo(ENGLISH);
        assertThat(byHeader(header.equals("es;q=0") ? "" : header, SPANISH)).isEqualTo(SPANISH);
    }

    @Test
    void profileComesBeforeCookieBeforeHeader() {
        assertThat(negotiate(Optional.of("es"), Optional.of("en"), Optional.of("en")))
                .isEqualTo(SPANISH);
        assertThat(negotiate(Optional.empty(), Optional.of("es"), Optional.of("en")))
                .isEqualTo(SPANISH);
        assertThat(negotiate(Optional.of("??"), Optional.of("<script>"), Optional.of("es")))
                .isEqualTo(SPANISH);
    }

    @Test
    void aTenantWithOneLanguageGetsNoOther() {
        var english = List.of(Locale.forLanguageTag("en-US"));
        assertThat(negotiation.negotiate(Optional.of("es"), Optional.of("es"), Optional.of("es-MX"), SPANISH, english))
                .isEqualTo(ENGLISH);
    }

    @Test
    void aTenantWithUnsupportedLanguagesOnlyGetsTheSupportedOnes() {
        assertThat(negotiation.negotiate(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("es"),
                        Locale.GERMAN,
                        List.of(Locale.GERMAN, Locale.FRENCH)))
                .isEqualTo(SPANISH);
    }

    @Test
    void hostileHeadersGiveASupportedLanguageQuickly() {
        var random = new Random(7);
        var alphabet = "aeEsnx-_;=q.,*0129 \t\u0130\u0131\uD800<'\"{";
        for (var round = 0; round < 500; round++) {
            var header = new StringBuilder();
            for (var i = 0; i < 10_240; i++) {
                header.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(byHeader(header.toString(), SPANISH)).isIn(ENGLISH, SPANISH);
            assertThat(negotiation.formatLocale(header.toString(), SPANISH).getLanguage())
                    .isEqualTo("es");
        }
        assertThat(byHeader("es,".repeat(5_000), ENGLISH)).isEqualTo(SPANISH);
        assertThat(byHeader("es-" + "a".repeat(10_240), ENGLISH)).isEqualTo(ENGLISH);
    }

    @Test
    void thePseudoLocaleIsChosenOnlyWhereSwitchedOnAndOnlyByItsTag() {
        var development = new LocaleNegotiation(true);
        assertThat(byHeader("en-XA", SPANISH)).isEqualTo(SPANISH);
        assertThat(byHeader(development, "en-XA")).isEqualTo(PSEUDO);
        assertThat(byHeader(development, "en-US")).isEqualTo(ENGLISH);
        assertThat(byHeader(development, "de")).isEqualTo(SPANISH);
        assertThat(Languages.SUPPORTED).doesNotContain(PSEUDO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es-MX | es | es-MX",
                "es, es-MX;q=0.8 | es | es-MX",
                "es-419 | es | es-419",
                "es-Latn-MX-x-foo | es | es-MX",
                "es-MX-u-ca-buddhist-nu-thai | es | es-MX",
                "en-GB | es | es",
                "es | es | es",
                "es-QQ | es | es",
                "es-999 | es | es",
                "en-GB | en-XA | en-GB",
                "fr-CA, en-CA;q=0.5 | en | en-CA",
                "rubbish;;; | en-XA | en",
            })
    void theFormatLocaleKeepsTheRegionOfTheUiLanguage(String wish, String ui, String expected) {
        assertThat(negotiation.formatLocale(wish, Locale.forLanguageTag(ui)).toLanguageTag())
                .isEqualTo(expected);
    }

    private Locale byHeader(String header, Locale tenantDefault) {
        return negotiation.negotiate(
                Optional.empty(), Optional.empty(), Optional.of(header), tenantDefault, Languages.SUPPORTED);
    }

    private Locale byHeader(LocaleNegotiation other, String header) {
        return other.negotiate(
                Optional.empty(), Optional.empty(), Optional.of(header), SPANISH, List.of(SPANISH, ENGLISH));
    }

    private Locale negotiate(Optional<String> profile, Optional<String> cookie, Optional<String> header) {
        return negotiation.negotiate(profile, cookie, header, ENGLISH, List.of());
    }
}
