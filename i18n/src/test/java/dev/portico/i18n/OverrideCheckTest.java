package dev.portico.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverrideCheckTest {
    private static final List<String> ORIGINALS = List.of(
            "{name} has {count, plural, one {# case} other {# cases}} since {when, date, long}",
            "{name} tiene {count, number} desde {when, date, long}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello",
                "{name}",
                "{count} for {name}",
                "{count, plural, =0 {none} one {#} other {#}} {count, number, integer}",
                "{when, date, short}",
                "<b>#'{7*7}'</b>"
            })
    void ownWordsMayUseTheMessagesArguments(String own) {
        assertThat(OverrideCheck.fits(ORIGINALS, own)).isTrue();
    }

    @Test
    void othersAreStrangers() {
        assertThat(OverrideCheck.strangers(ORIGINALS, "{tenant} {name} {other, number}"))
                .containsExactly("other", "tenant");
    }

    /** They would be shown as a message that cannot be formatted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name, plural, one {#} other {#}}",
                "{name, number}",
                "{count, date}",
                "{name, select, other {}}"
            })
    void anArgumentIsTakenForWhatItIs(String own) {
        assertThat(OverrideCheck.fits(ORIGINALS, own)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{name", "{count, plural, one {#}}"})
    void whatCannotBeReadDoesNotFit(String own) {
        assertThat(OverrideCheck.fits(ORIGINALS, own)).isFalse();
    }

    @Test
    void theArgumentsAreThoseOfAllLanguages() {
        assertThat(OverrideCheck.arguments(ORIGINALS)).containsExactly("count", "name", "when");
    }
}
