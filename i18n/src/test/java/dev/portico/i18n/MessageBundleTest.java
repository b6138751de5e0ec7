package dev.portico.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageBundleTest {

    @Test
    void readsUtf8() {
        var bundle = bytes("case.new=Nueva caída ñ €\n", StandardCharsets.UTF_8);
        assertThat(bundle.pattern("case.new")).contains("Nueva caída ñ €");
        assertThat(bundle.pattern("case.old")).isEmpty();
    }

    @Test
    void ignoresAByteOrderMark() {
        assertThat(bytes("\uFEFFfirst=1\nsecond=2", StandardCharsets.UTF_8).keys())
                .containsExactlyInAnyOrder("first", "second");
        assertThat(bytes("", StandardCharsets.UTF_8).keys()).isEmpty();
    }

    @Test
    void refusesOtherCharsetsInsteadOfShowingMojibake() {
        assertThatThrownBy(() -> bytes("a=caída", StandardCharsets.ISO_8859_1))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("harmony-cases in es");
    }

    @Test
    void refusesMalformedEscapes() {
        assertThatThrownBy(() -> text("a=\\u00zz"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("harmony-cases in es");
    }

    @Test
    void tellsDuplicatesAndKeepsTheLast() {
        var bundle = text("b=1\na=1\na = 2\nc=1\na:3\n");
        assertThat(bundle.duplicates()).containsExactly("a");
        assertThat(bundle.pattern("a")).contains("3");
    }

    private static MessageBundle bytes(String text, Charset charset) {
        return MessageBundle.load(new ByteArrayInputStream(text.getBytes(charset)), "harmony-cases", Languages.SPANISH);
    }

    private static MessageBundle text(String text) {
        return MessageBundle.load(new StringReader(text), "harmony-cases", Languages.SPANISH);
    }
}
