package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {
    private static final List<String> IN_ORDER = List.of(
            "0.0.9",
            "1.0.0-1",
            "1.0.0-2",
            "1.0.0-10",
            "1.0.0-99999999999999999999",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.2",
            "1.0.10",
            "1.2.0",
            "1.10.0",
            "2.0.0-0",
            "10.0.0");

    @Test
    void comparesAsSemverSays() {
        for (int i = 0; i < IN_ORDER.size(); i++) {
            for (int j = 0; j < IN_ORDER.size(); j++) {
                assertThat(version(IN_ORDER.get(i)).isAfter(version(IN_ORDER.get(j))))
                        .as("%s after %s", IN_ORDER.get(i), IN_ORDER.get(j))
                        .isEqualTo(i > j);
            }
        }
    }

    @Test
    void buildsOfAVersionAreTheSameVersion() {
        assertThat(version("1.0.0+build.007")).isEqualTo(version("1.0.0"));
        assertThat(version("1.0.0-rc.1+7")).isEqualTo(version("1.0.0-rc.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0",
                "01.0.0",
                "1.0.0-",
                "1.0.0-01",
                "1.0.0-a..b",
                "1.0.0+",
                "v1.0.0",
                "1.0.0 ",
                "1.0.0.0",
                "1234567890.0.0"
            })
    void otherTextsAreNone(String text) {
        assertThat(SemanticVersion.parse(text)).isEmpty();
    }

    private static SemanticVersion version(String text) {
        return SemanticVersion.parse(text).orElseThrow();
    }
}
