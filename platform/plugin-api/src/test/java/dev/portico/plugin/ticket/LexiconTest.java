package dev.portico.plugin.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
    private final Lexicon lexicon =
            new Lexicon(Map.of("en", List.of("Production Down"), "es", List.of("Avería crítica")));

    @ParameterizedTest
    @ValueSource(strings = {"Production Down", "PRODUCTION DOWN", "x production\t-_ down.", "¡production...down!"})
    void findsAPhraseWhateverItsCaseAndPunctuation(String text) {
        assertThat(lexicon.find(text)).contains("Production Down");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ProductionDown",
                "PRODUCTIONDOWN: help",
                "Urgent, productiondown!",
                "production\u200bdown",
                "P R O D U C T I O N  D O W N",
                "reproductiondown and productiondown"
            })
    void findsAPhraseWhateverItsCaseAndSpacing(String text) {
        assertThat(lexicon.find(text)).contains("Production Down");
    }

    /** The tests run in a Turkish locale, where the lower case of I is no i. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AVERIA CRITICA",
                "AVERIACRITICA",
                "averíacrítica",
                "averia critica",
                "Averi\u0301a Cri\u0301tica",
                "ａｖｅｒｉａ ｃｒｉｔｉｃａ"
            })
    void ignoresAccentsAndTheWidthOfLetters(String text) {
        assertThat(lexicon.find(text)).contains("Avería crítica");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reproduction down",
                "production downtime",
                "reproductiondownturn",
                "productiondowntime",
                "reproductiondown",
                "down production",
                "production is down",
                "",
                "   "
            })
    void wantsWholeWordsInOrder(String text) {
        assertThat(lexicon.find(text)).isEmpty();
    }

    @Test
    void phraseWrittenInOneWordIsFoundInTwo() {
        assertThat(new Lexicon(Map.of("en", List.of("ProductionDown"))).find("our production is, yes, production down"))
                .contains("ProductionDown");
    }

    @Test
    void phraseWithoutLettersNeverMatches() {
        assertThat(new Lexicon(Map.of("en", List.of("", " ", "!!!"))).find("anything !!! at all"))
                .isEmpty();
    }

    @Test
    void emptyListFindsNothing() {
        assertThat(new Lexicon(Map.of()).find("Production Down")).isEmpty();
    }
}
