package dev.portico.portal.ticket.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.portal.failure.PortalException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonBodyTest {
    private static final int MOST = 1024 * 1024;
    private static final String FRAME = "{\"text\":\"\"}";

    @Test
    void plainValuesAreReadAsTexts() {
        assertThat(JsonBody.texts(body("{\"a\":\"ñ\",\"b\":1.50,\"c\":true,\"d\":null}")))
                .containsEntry("a", "ñ")
                .containsEntry("b", "1.50")
                .containsEntry("c", "true")
                .doesNotContainKey("d");
    }

    @Test
    void aBodyOfTheLargestSizeIsRead() {
        assertThat(JsonBody.texts(body(ofSize(MOST))).get("text")).hasSize(MOST - FRAME.length());
    }

    @Test
    void oneByteMoreIsTooMuch() {
        assertThatThrownBy(() -> JsonBody.texts(body(ofSize(MOST + 1))))
                .isInstanceOfSatisfying(PortalException.class, refused -> assertThat(refused.kind())
                        .isEqualTo(PortalException.Kind.TOO_LARGE));
    }

    @Test
    void bytesCountAndNotLetters() {
        var text = "{\"text\":\"" + "ñ".repeat(MOST / 2) + "\"}";
        assertThatThrownBy(() -> JsonBody.texts(body(text))).isInstanceOf(PortalException.class);
    }

    private static String ofSize(int bytes) {
        return "{\"text\":\"" + "x".repeat(bytes - FRAME.length()) + "\"}";
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
