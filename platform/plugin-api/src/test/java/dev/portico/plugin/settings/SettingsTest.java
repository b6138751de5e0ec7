package dev.portico.plugin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Option AGENTS = new Option("agents", Map.of("en", "Agents", "es", "Agentes"));

    private final Settings settings = new Settings(Map.of(
            "name",
            "Ana",
            "days",
            14L,
            "on",
            true,
            "team",
            List.of("a@x.example", "b@x.example"),
            "one",
            "c@x.example",
            "products",
            List.of(AGENTS),
            "phrases",
            Map.of("en", List.of("down"), "es", List.of("caída"))));

    @Test
    void valuesComeInTheShapeAskedFor() {
        assertThat(settings.text("name")).contains("Ana");
        assertThat(settings.number("days")).contains(14L);
        assertThat(settings.flag("on")).isTrue();
        assertThat(settings.emails("team")).containsExactly("a@x.example", "b@x.example");
        assertThat(settings.emails("one")).containsExactly("c@x.example");
        assertThat(settings.options("products")).containsExactly(AGENTS);
        assertThat(settings.phrases("phrases"))
                .containsOnly(Map.entry("en", List.of("down")), Map.entry("es", List.of("caída")));
    }

    @Test
    void whatWasNotEnteredIsEmpty() {
        assertThat(settings.text("none")).isEmpty();
        assertThat(settings.number("none")).isEmpty();
        assertThat(settings.flag("none")).isFalse();
        assertThat(settings.emails("none")).isEmpty();
        assertThat(settings.options("none")).isEmpty();
        assertThat(settings.phrases("none")).isEmpty();
    }

    @Test
    void askingForTheWrongTypeIsAMistakeThatNamesTheSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.number("name"))
                .withMessageContaining("name");
    }

    @Test
    void laterChangesOfTheMapChangeNothing() {
        var values = new HashMap<String, Object>(Map.of("name", "Ana"));
        var taken = new Settings(values);
        values.put("name", "Bo");

        assertThat(taken.text("name")).contains("Ana");
    }
}
