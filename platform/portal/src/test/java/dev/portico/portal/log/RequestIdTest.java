package dev.portico.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"5f0c1b9e-3d0a-4a55-8f3e-0a9a3b1d7c22", "edge-7.req_00000001"})
    void aSafeIdIsKept(String id) {
        assertThat(RequestId.of(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "line\nbreak12", "<script>alert(1)</script>", "año-nuevo-1", "with space 1"})
    void whateverElseIsSentMakesANewOne(String id) {
        assertThat(RequestId.of(id)).matches("[0-9a-f]{32}");
    }

    @Test
    void aLongIdMakesANewOne() {
        assertThat(RequestId.of("a".repeat(64))).hasSize(64);
        assertThat(RequestId.of("a".repeat(65))).hasSize(32);
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(RequestId.of(null)).isNotEqualTo(RequestId.of(null));
    }
}
