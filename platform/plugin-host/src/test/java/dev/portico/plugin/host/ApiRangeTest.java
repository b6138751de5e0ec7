package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1.0,2.0)|1.0|true",
                "[1.0,2.0)|1.10|true",
                "[1.0,2.0)|2.0|false",
                "[1.0,2.0)|0.9|false",
                "(1.0,2.0]|1.0|false",
                "(1.0,2.0]|2.0.0|true",
                "[1.2, 1.10)|1.9|true",
                "[1,2)|1.5.3|true",
            })
    void comparesVersionsAsNumbers(String range, String version, boolean within) {
        assertThat(ApiRange.parse(range).orElseThrow().contains(version)).isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "[1.0,)", "(,2.0)", "[1.0]", ">=1.0", "*", "[1.0.0.0,2.0)", "[1.0,2.0) ", "[a,b)"})
    void rangeWithoutBothEndsIsNone(String range) {
        assertThat(ApiRange.parse(range)).isEmpty();
    }
}
