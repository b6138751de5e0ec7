package dev.portico.portal.administration.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.settings.Setting;
import dev.portico.plugin.settings.SettingType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsFormTest {
    /** One setting of every type, named after it. */
    private static final List<Setting> SCHEMA =
            Stream.of(SettingType.values()).map(SettingsFormTest::setting).toList();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "text | ' Ana ' | '\"Ana\"'",
                "text | ' ' | nothing",
                "url | https://x.example | '\"https://x.example\"'",
                "email | a@x.example | '\"a@x.example\"'",
                "number | ' 14 ' | 14",
                "number | -3 | -3",
                "number | 1.5 | '\"1.5\"'",
                "number | many | '\"many\"'",
                "number | 99999999999999999999 | '\"99999999999999999999\"'",
                "boolean | true | true",
                "secret | s3cret | '\"s3cret\"'",
                "secret | '' | nothing",
                "emails | 'a@x.example\r\n\r\n b@x.example; c@x.example' | '[\"a@x.example\",\"b@x.example\",\"c@x.example\"]'",
                "emails | '' | '[]'",
            })
    void aFieldIsReadByTheTypeOfItsSetting(String id, String typed, String expected) {
        var field = (id.equals("secret") ? "secret-" : "s-") + id;
        var value = read(Map.of(field, List.of(typed))).get(id);
        assertThat(value == null ? null : value.toString()).isEqualTo(expected);
    }

    @Test
    void aBoxThatIsNotTickedIsFalse() {
        assertThat(read(Map.of()).getBoolean("boolean")).isFalse();
    }

    @Test
    void aSecretIsRemovedByItsBoxWhateverWasTyped() {
        var entered = read(Map.of("secret-secret", List.of("new"), "s-secret-remove", List.of("true")));
        assertThat(entered).containsEntry("secret", jakarta.json.JsonValue.NULL);
    }

    @Test
    void phrasesAreLinesByLanguageAndALanguageWithoutAnyIsLeftOut() {
        var entered = read(Map.of("s-phrases-en", List.of("Down\n Out "), "s-phrases-es", List.of(" \n")));
        assertThat(entered.get("phrases"))
                .isEqualTo(json("{\"v\": {\"en\": [\"Down\", \"Out\"]}}").get("v"));
    }

    @Test
    void choicesAreRowsInTheOrderOfTheFormAndBlankOnesAreLeftOut() {
        var entered = read(Map.of(
                "s-options-id", List.of("b", "", "", "a"),
                "s-options-en", List.of("Beta", " ", "Rayos Gamma & Ñandú", "Alpha"),
                "s-options-es", List.of("", "", "Gamma", "Alfa")));
        assertThat(entered.get("options")).isEqualTo(json("""
                {"v": [{"id": "b", "labels": {"en": "Beta"}},
                 {"id": "rayos-gamma-nandu", "labels": {"en": "Rayos Gamma & Ñandú", "es": "Gamma"}},
                 {"id": "a", "labels": {"en": "Alpha", "es": "Alfa"}}]}
                """).get("v"));
    }

    @ParameterizedTest
    @CsvSource({
        "options:up:1, b a c",
        "options:down:1, a c b",
        "options:remove:0, b c",
        "options:up:0, a b c",
        "options:down:2, a b c",
        "options:remove:3, a b c",
        "options:add:0, a b c",
        "others:up:1, a b c",
        "options:up:x, a b c"
    })
    void aRowIsMovedByItsButtonWithoutAScript(String button, String order) {
        var labels = List.of("A", "B", "C");
        var entered = read(Map.of(
                "s-options-id",
                List.of("a", "b", "c"),
                "s-options-en",
                labels,
                "s-options-es",
                labels,
                "row",
                List.of(button)));
        var ids = entered.getJsonArray("options").getValuesAs(JsonObject.class).stream()
                .map(option -> option.getString("id"))
                .toList();
        assertThat(String.join(" ", ids)).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource(SettingType.class)
    void whatIsReturnedToThePluginIsNotEntered(SettingType type) {
        var id = setting(type).id();
        assertThat(read(Map.of("s-" + id, List.of("1"), "default-" + id, List.of("true"))))
                .doesNotContainKey(id);
    }

    private static JsonObject read(Map<String, List<String>> fields) {
        return new SettingsForm(SCHEMA, name -> fields.getOrDefault(name, List.of())).read();
    }

    private static Setting setting(SettingType type) {
        var id = type.name().toLowerCase(java.util.Locale.ROOT);
        return new Setting(id, type, "label", Optional.empty(), false, Optional.empty());
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
