package dev.portico.portal.branding.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {
    /** Ratios as browsers' tools tell them. */
    @ParameterizedTest
    @CsvSource({
        "#ffffff, #000000, 21",
        "#ffffff, #767676, 4.54",
        "#ffffff, #777777, 4.48",
        "#ffffff, #0000ff, 8.59",
        "#ffffff, #ff0000, 4.00",
        "#123456, #123456, 1"
    })
    void contrastIsThatOfTheGuidelines(String one, String other, double ratio) {
        assertThat(colour(one).contrast(colour(other))).isCloseTo(ratio, within(0.01));
        assertThat(colour(other).contrast(colour(one))).isCloseTo(ratio, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345", "#1234567", "#12345g", "var(--x)", "#123456;color:red"})
    void whatIsNoColourIsNone(String text) {
        assertThat(Colour.parse(text)).isEmpty();
    }

    @Test
    void aColourIsWrittenAsItWasRead() {
        assertThat(colour("#0A1b2C")).hasToString("#0a1b2c");
    }

    @Test
    void theNearestShadeIsTheFirstThatCanBeRead() {
        assertThat(colour("#ffd400").nearestFor(Colour.INK)).isEqualTo(colour("#ffd400"));
        var darker = colour("#f59e0b").nearestFor(Colour.WHITE);
        assertThat(Colour.WHITE.contrast(darker)).isBetween(4.5, 4.6);
        var lighter = colour("#1d4ed8").nearestFor(Colour.INK);
        assertThat(Colour.INK.contrast(lighter)).isBetween(4.5, 4.6);
    }

    @Test
    void everyColourHasAShadeForEitherText() {
        for (var value = 0; value < 0x1000000; value += 0x010305) {
            var any = colour(String.format("#%06x", value));
            assertThat(Colour.WHITE.readableOn(any.nearestFor(Colour.WHITE)))
                    .as(any.toString())
                    .isTrue();
            assertThat(Colour.INK.readableOn(any.nearestFor(Colour.INK)))
                    .as(any.toString())
                    .isTrue();
        }
    }

    private static Colour colour(String text) {
        return Colour.parse(text).orElseThrow();
    }
}
