package dev.portico.portal.attachment.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    @Test
    void theContentDecidesAndNotTheName() {
        assertThat(FileType.of(PNG, "notes.txt")).isEqualTo(new FileType("image/png", false));
        assertThat(FileType.of("plain words".getBytes(UTF_8), "x.png").mediaType())
                .isEqualTo("text/plain");
    }

    @Test
    void aProgramIsRefusedUnderAnyName() {
        var program = Arrays.copyOf(HexFormat.of().parseHex("4d5a90000300000004000000ffff0000"), 512);
        program[0x3c] = (byte) 0x80;
        program[0x80] = 'P';
        program[0x81] = 'E';
        assertThat(FileType.of(program, "invoice.pdf").forbidden()).isTrue();
        assertThat(FileType.of(program, "invoice").forbidden()).isTrue();
        var elf = Arrays.copyOf(HexFormat.of().parseHex("7f454c460201010000000000000000000200"), 512);
        assertThat(FileType.of(elf, "photo.jpg").forbidden()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.exe", "A.DLL", "a.BAT", "a.cmd", "a.com", "a.MSI", "a.scr", "a.vbs", "a.ps1", "A.PIF", "a.lnk"
            })
    void aProgramsExtensionIsRefusedWithAnyContent(String name) {
        assertThat(FileType.of("echo hello".getBytes(UTF_8), name).forbidden()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "error.log, text/x-log",
        "report.csv, text/csv",
        "page.html, text/html",
        "query.sql, text/x-sql",
        "cambios.js, text/javascript",
        "run.sh, application/x-sh",
        "data.json, application/json"
    })
    void whatExplainsAFaultIsWelcome(String name, String mediaType) {
        assertThat(FileType.of("plain words".getBytes(UTF_8), name)).isEqualTo(new FileType(mediaType, false));
    }

    @Test
    void officeDocumentsAreKnownByNameWithinTheirContainer() {
        var zip = Arrays.copyOf(HexFormat.of().parseHex("504b0304140006000800"), 64);
        assertThat(FileType.of(zip, "plan.docx"))
                .isEqualTo(
                        new FileType("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false));
        assertThat(FileType.of(zip, "logs.zip").mediaType()).isEqualTo("application/zip");
    }
}
