package dev.portico.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    private static final EntityTag TAG = new EntityTag("abc");

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "*", " * ", "\"x\", \"abc\"", "W/\"x\",W/\"abc\""})
    void whoever_has_it_is_known(String header) {
        assertThat(TAG.isAmong(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "\"x\"", "\"ABC\"", "w/\"abc\"", "\"*\"", "\"abcd\""})
    void whoever_has_another_is_not(String header) {
        assertThat(TAG.isAmong(header)).isFalse();
    }
}
