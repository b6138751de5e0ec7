package dev.portico.portal.extension.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.portal.extension.control.Decoding.Malformed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {
    @Test
    void segmentsAreDecodedOnce() throws Malformed {
        assertThat(Decoding.segment("a%20b+c%C3%B1")).isEqualTo("a b+cñ");
        assertThat(Decoding.segment("%2e%2E%2f%5c")).isEqualTo("../\\");
        assertThat(Decoding.segment("%252e")).isEqualTo("%2e");
    }

    @Test
    void fieldsKeepTheirOrderAndAllOfTheirValues() throws Malformed {
        var fields = Decoding.fields("b=2&a=1+%26&b=%C3%B1&&empty=&bare&=nameless".getBytes(US_ASCII));

        assertThat(fields)
                .isEqualTo(Map.of(
                        "b", List.of("2", "ñ"),
                        "a", List.of("1 &"),
                        "empty", List.of(""),
                        "bare", List.of(""),
                        "", List.of("nameless")));
        assertThat(fields.keySet()).startsWith("b", "a");
        assertThat(Decoding.fields(new byte[0])).isEmpty();
        assertThat(Decoding.fields("a=ñ".getBytes(UTF_8))).isEqualTo(Map.of("a", List.of("ñ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%a", "a%2", "%zz", "%+1", "%-1", "%00", "%ff", "%C3", "%C0%AE", "%ED%A0%80"})
    void whatIsNoUtf8OrCutOffIsRefused(String raw) {
        assertThatThrownBy(() -> Decoding.segment(raw)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Decoding.fields(("a=1&b=" + raw).getBytes(US_ASCII)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Decoding.fields((raw + "=1").getBytes(US_ASCII)))
                .isInstanceOf(Malformed.class);
    }
}
