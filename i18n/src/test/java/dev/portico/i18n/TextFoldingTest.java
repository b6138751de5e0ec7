package dev.portico.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFoldingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "PRODUCCIÓN Caída|produccion caida",
                "Produccio\u0301n|produccion",
                "Ñandú|nandu",
                "TITLE Iı|title iı",
                "İstanbul|istanbul",
                "ﬁle ①Ａ|file 1a",
                "Straße|strasse",
                "ΟΔΟΣ|οδοσ",
                "οδος|οδοσ",
                " a\u00A0\u2003\tb\u0000c  |a b c",
                "soft\u00ADhyphen\u200B|softhyphen",
                "x\uD800y|xy",
                "日本 😀|日本 😀",
            })
    void foldsToWhatSearchCompares(String text, String expected) {
        assertThat(TextFolding.fold(text)).isEqualTo(expected);
    }

    @Test
    void foldingTwiceChangesNothing() {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++) {
            var text = random.ints(12, 1, 0x2FFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var folded = TextFolding.fold(text);
            assertThat(TextFolding.fold(folded)).isEqualTo(folded);
        }
    }

    @Test
    void emptyStaysEmptyAndThreadsAgree() {
        assertThat(TextFolding.fold("")).isEmpty();
        assertThat(TextFolding.fold(" \u0301 ")).isEmpty();
        assertThat(IntStream.range(0, 10_000).parallel().mapToObj(i -> TextFolding.fold("Ñ" + i)))
                .contains("n0", "n9999")
                .doesNotHaveDuplicates();
    }
}
