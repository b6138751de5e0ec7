package dev.portico.portal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    @Test
    void aFileBeginsWithTheMarkThatTellsSpreadsheetsItIsUtf8() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var csv = CsvFile.to(out)) {
            csv.write(List.of("Núm.", "Asunto"));
        }
        assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFFNúm.,Asunto\r\n");
    }

    @Test
    void whatSeparatesCellsAndRecordsIsQuoted() throws IOException {
        assertThat(written("a,b", "say \"hi\"", "two\nlines", ""))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\",\"y\")"})
    void noCellIsAFormula(String cell) throws IOException {
        assertThat(CsvFile.harmless(cell)).isEqualTo("'" + cell);
        assertThat(written(cell).replaceFirst("^\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1=1", "a@b", "2026-11-22 09:05", "'=1", " =1"})
    void otherCellsStayAsTheyAre(String cell) {
        assertThat(CsvFile.harmless(cell)).isEqualTo(cell);
    }

    private static String written(String... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var csv = CsvFile.to(out)) {
            csv.write(List.of(cells));
        }
        return out.toString(StandardCharsets.UTF_8).substring(1);
    }
}
