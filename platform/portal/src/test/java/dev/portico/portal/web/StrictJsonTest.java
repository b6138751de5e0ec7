package dev.portico.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.portal.failure.PortalException;
import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void anObjectIsRead() {
        assertThat(read("{\"a\": [{\"b\": \"á\"}]}")
                        .getJsonArray("a")
                        .getJsonObject(0)
                        .getString("b"))
                .isEqualTo("á");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "null", "{", "{} {}", "{\"a\": 1, \"a\": 2}", "{'a': 1}"})
    void allElseIsTheCallersMistake(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(JsonException.class);
    }

    @Test
    void aBodyThatIsNestedWithoutEndIsTheCallersMistake() {
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000))).isInstanceOf(JsonException.class);
    }

    @Test
    void aBodyThatIsTooLargeIsNotParsed() {
        assertThatThrownBy(() -> read("{\"a\": \"" + "x".repeat(1 << 20) + "\"}"))
                .isInstanceOfSatisfying(PortalException.class, refused -> assertThat(refused.kind())
                        .isEqualTo(PortalException.Kind.TOO_LARGE));
    }

    private static jakarta.json.JsonObject read(String body) {
        return StrictJson.object(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
