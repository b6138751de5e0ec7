package dev.portico.portal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final String TEXT = "Nombre;Correo\r\nÁngel Núñez;a@b.example\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void everyEncodingThatSpreadsheetsSaveIsRead(String charset) {
        assertNames(TEXT.getBytes(Charset.forName(charset)));
        if (charset.startsWith("UTF")) {
            assertNames(("\uFEFF" + TEXT).getBytes(Charset.forName(charset)));
        }
    }

    private static void assertNames(byte[] file) {
        assertThat(read(file)).containsExactly(List.of("Nombre", "Correo"), List.of("Ángel Núñez", "a@b.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void cellsAreSeparatedAsTheHeadingIs(String separator) {
        var text = "a" + separator + "b\n\"x;,\ty\"" + separator + " \"\"\n\n" + separator + "\nlast";
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("a", "b"), List.of("x;,\ty", "\"\""), List.of("last"));
    }

    @Test
    void aLineIsThatOfTheFileEvenAfterCellsWithSeveral() {
        var text = "a,b\n\"one\ntwo\",x\n\nthree,y\n";
        var lines = CsvTable.read(text.getBytes(StandardCharsets.UTF_8), 10)
                .orElseThrow()
                .records();
        assertThat(lines).extracting(CsvTable.Line::number).containsExactly(1L, 2L, 5L);
        assertThat(lines.get(0).cell(7)).isEmpty();
    }

    @Test
    void whatIsNoTextIsNotRead() {
        assertThat(CsvTable.read(new byte[] {'P', 'K', 3, 4, 0, 0, 7, 0, 'x', 1, 2, 3}, 10))
                .isEmpty();
    }

    @Test
    void noMoreIsReadThanIsWantedAndOne() {
        var text = "a\n" + "x\n".repeat(100);
        assertThat(read(text.getBytes(StandardCharsets.UTF_8), 10)).hasSize(12);
    }

    private static List<List<String>> read(byte[] file) {
        return read(file, 10);
    }

    private static List<List<String>> read(byte[] file, int most) {
        return CsvTable.read(file, most).orElseThrow().records().stream()
                .map(CsvTable.Line::cells)
                .toList();
    }
}
