package dev.portico.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {
    @ParameterizedTest
    @CsvSource({
        "paypal, paypa1",
        "paypal, PAYPAL",
        "paypal, PaypaI",
        "paypal, PayPa|",
        "Ana López, ana.lopez",
        "Ana, 'A n a'",
        // In Greek and Cyrillic letters.
        "ABE, \u0391\u0392\u0395",
        "coco, \u0441\u043e\u0441\u043e",
        "modern, rnodern",
        "Zoo, Z00",
        // Under the tests' locale a careless upper case would make a dotted İ of it.
        "information, INFORMATION"
    })
    void namesThatLookAlikeHaveAKeyInCommon(String one, String other) {
        var keys = LookAlikes.keys(one);
        var others = LookAlikes.keys(other);
        assertThat(keys.capitals().equals(others.capitals()) || keys.small().equals(others.small()))
                .as(keys + " " + others)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Ana, Eva", "Ana, Anna", "Maria, Mario", "Tom, Tim", "Ana1, Ana2"})
    void otherNamesHaveNone(String one, String other) {
        var keys = LookAlikes.keys(one);
        var others = LookAlikes.keys(other);
        assertThat(keys.capitals()).isNotEqualTo(others.capitals());
        assertThat(keys.small()).isNotEqualTo(others.small());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Greek Alpha, Cyrillic a, a mark that nobody sees, digits of two scripts.
                "\u0391dmin",
                "\u0430dmin",
                "ad\u200bmin",
                "1\u0661"
            })
    void whatMixesScriptsOrHidesCharactersIsSuspicious(String name) {
        assertThat(LookAlikes.suspicious(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"José Ñuñez", "Ольга", "Ελένη", "田中さくら", "Ana 42", "O'Neill"})
    void whatPeopleAreCalledIsNot(String name) {
        assertThat(LookAlikes.suspicious(name)).isFalse();
    }
}
