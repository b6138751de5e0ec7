package dev.portico.portal.attachment.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "..\\..\\x, x",
        "../../etc/passwd, passwd",
        "C:\\fakepath\\informe.pdf, informe.pdf",
        "/a\\b/c.txt, c.txt",
        "x.exe., x.exe",
        "'x.exe . ', x.exe",
        ".htaccess, .htaccess"
    })
    void onlyTheLastSegmentIsKept(String claimed, String name) {
        assertThat(FileName.clean(claimed)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a/", "\\", "\u202E", "\u0000\u0001", "\uD800"})
    void aNameIsNeverEmpty(String claimed) {
        assertThat(FileName.clean(claimed)).isEqualTo("file");
    }

    @Test
    void whatDeceivesTheEyeIsRemoved() {
        assertThat(FileName.clean("inv\u202Efdp.exe")).isEqualTo("invfdp.exe");
        assertThat(FileName.clean("a\u0000b\r\nc\u2028d\u2066e\u200F.txt\uFEFF"))
                .isEqualTo("abcde.txt");
        assertThat(FileName.clean("a\uD800b\uFFFF.txt")).isEqualTo("ab.txt");
    }

    @Test
    void emojiStayWhole() {
        var family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67.png";
        assertThat(FileName.clean(family)).isEqualTo(family);
    }

    @Test
    void aLongNameIsCutBeforeItsExtension() {
        var name = FileName.clean("\uD83D\uDE00".repeat(300) + ".png");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(200);
        assertThat(name).isEqualTo("\uD83D\uDE00".repeat(196) + ".png");
    }

    @Test
    void aLongExtensionIsCutItself() {
        assertThat(FileName.clean("x." + "y".repeat(300))).hasSize(200).startsWith("x.yy");
        assertThat(FileName.clean("x".repeat(195) + ".exe." + "y".repeat(300))).endsWith(".exe");
    }

    @Test
    void accentsAreComposed() {
        assertThat(FileName.clean("an\u0303o.txt")).isEqualTo("a\u00F1o.txt");
    }

    @Test
    void extensionsAreReadInAnyCaseAndLanguage() {
        assertThat(FileName.extension("SETUP.MSI")).isEqualTo("msi");
        assertThat(FileName.extension("a.tar.gz")).isEqualTo("gz");
        assertThat(FileName.extension("none")).isEmpty();
    }
}
