package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.settings.Option;
import dev.portico.plugin.settings.Setting;
import dev.portico.plugin.settings.SettingType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    private static final List<Setting> SCHEMA = List.of(
            setting("text", SettingType.TEXT, "default"),
            setting("number", SettingType.NUMBER, 7L),
            setting("flag", SettingType.BOOLEAN, true),
            setting("url", SettingType.URL, "https://default.example"),
            setting("email", SettingType.EMAIL, "default@x.example"),
            setting("emails", SettingType.EMAILS, List.of("default@x.example")),
            setting("options", SettingType.OPTIONS, List.of(new Option("d", Map.of("en", "D")))),
            setting("phrases", SettingType.PHRASES, Map.of("en", List.of("default"))),
            setting("secret", SettingType.SECRET, null));

    private static Setting setting(String id, SettingType type, Object defaultValue) {
        return new Setting(id, type, "label", Optional.empty(), false, Optional.ofNullable(defaultValue));
    }

    @Test
    void storedValuesStandOverDefaults() {
        var read = SettingsReader.read(SCHEMA, """
                {"text": " Ana ", "number": 14, "flag": false, "url": "https://x.example/a?b=c", "email": "a@x.example",
                 "emails": ["a@x.example", "b@x.example"], "secret": "s",
                 "options": [{"id": "a", "labels": {"en": "A", "es": "Á"}}],
                 "phrases": {"en": ["down"], "es": ["caída"]}}
                """);

        assertThat(read.problems()).isEmpty();
        var settings = read.settings();
        assertThat(settings.text("text")).contains("Ana");
        assertThat(settings.number("number")).contains(14L);
        assertThat(settings.flag("flag")).isFalse();
        assertThat(settings.text("url")).contains("https://x.example/a?b=c");
        assertThat(settings.emails("email")).containsExactly("a@x.example");
        assertThat(settings.emails("emails")).containsExactly("a@x.example", "b@x.example");
        assertThat(settings.options("options")).containsExactly(new Option("a", Map.of("en", "A", "es", "Á")));
        assertThat(settings.phrases("phrases"))
                .containsOnly(Map.entry("en", List.of("down")), Map.entry("es", List.of("caída")));
        assertThat(settings.text("secret")).contains("s");
    }

    @Test
    void whatIsNotStoredIsTheDefault() {
        var read = SettingsReader.read(SCHEMA, "{}");

        assertThat(read.problems()).isEmpty();
        assertThat(read.settings().text("text")).contains("default");
        assertThat(read.settings().phrases("phrases")).containsOnlyKeys("en");
        assertThat(read.settings().text("secret")).isEmpty();
    }

    @Test
    void emptyListIsAValueAndNotTheDefault() {
        assertThat(SettingsReader.read(SCHEMA, "{\"emails\": []}").settings().emails("emails"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": 1}|text: must be text",
                "{\"number\": 1.5}|number: must be a whole number",
                "{\"number\": 99999999999999999999}|number: too large a number",
                "{\"flag\": \"yes\"}|flag: must be true or false",
                "{\"url\": \"ftp://x.example\"}|url: 'ftp://x.example' is no http or https address",
                "{\"url\": \"https://a@x.example\"}|url: 'https://a@x.example' is no http or https address",
                "{\"url\": \"https://x.example:65536/\"}|url: 'https://x.example:65536/' is no http or https address",
                "{\"url\": \"https://x.example:0/\"}|url: 'https://x.example:0/' is no http or https address",
                "{\"email\": \"a b@x.example\"}|email: 'a b@x.example' is no e-mail address",
                "{\"emails\": [\"a@x.example\", \"b\"]}|emails[1]: 'b' is no e-mail address",
                "{\"emails\": \"a@x.example\"}|emails: must be a list",
                "{\"options\": [{\"id\": \"a\", \"labels\": {\"es\": \"A\"}}]}|options[0].labels.en: no English label",
                "{\"options\": [{\"id\": \"a\"}]}|options[0].labels: missing",
                "{\"options\": [{\"id\": \"a\", \"labels\": 1}]}|options[0].labels: must be an object",
                "{\"options\": [{\"id\": \"A b\", \"labels\": {\"en\": \"A\"}}]}|options[0].id: 'A b' must be lower-case letters, digits and dashes",
                "{\"options\": [{\"id\": \"a\", \"labels\": {\"en\": \"A\"}}, {\"id\": \"a\", \"labels\": {\"en\": \"A\"}}]}|options[1].id: 'a' is there more than once",
                "{\"options\": [{\"id\": \"a\", \"labels\": {\"en\": \" \"}}]}|options[0].labels.en: must not be empty",
                "{\"options\": [{\"id\": \"a\", \"labels\": {\"en\": \"A\"}, \"colour\": 1}]}|options[0].'colour': unknown member",
                "{\"phrases\": {\"en\": \"down\"}}|phrases.en: must be a list",
                "{\"colour\": 1}|'colour': unknown member",
                "[]|settings: no proper JSON object",
            })
    void uselessValueIsNamed(String stored, String problem) {
        assertThat(SettingsReader.read(SCHEMA, stored).problems())
                .extracting(SettingProblem::toString)
                .contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\": 1}", "", "{", "null", "{\"text\": \"a\", \"text\": \"b\"}"})
    void uselessValueLeavesTheDefault(String stored) {
        var read = SettingsReader.read(SCHEMA, stored);

        assertThat(read.problems()).isNotEmpty();
        assertThat(read.settings().text("text")).contains("default");
    }

    @Test
    void requiredSettingWithNeitherValueNorDefaultIsNamed() {
        var required = new Setting("team", SettingType.EMAILS, "label", Optional.empty(), true, Optional.empty());

        assertThat(SettingsReader.read(List.of(required), "{}").problems())
                .extracting(SettingProblem::toString)
                .containsExactly("team: missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"team\": []}", "{\"team\": null}", "{}"})
    void requiredListThatIsEmptyIsMissing(String stored) {
        var required = new Setting("team", SettingType.EMAILS, "label", Optional.empty(), true, Optional.empty());

        assertThat(SettingsReader.read(List.of(required), stored).problems())
                .extracting(SettingProblem::toString)
                .containsExactly("team: missing");
    }

    @Test
    void requiredListWithNothingOfUseIsWrongAndNotMissing() {
        var required = new Setting("team", SettingType.EMAILS, "label", Optional.empty(), true, Optional.empty());

        assertThat(SettingsReader.read(List.of(required), "{\"team\": [\"nobody\"]}")
                        .problems())
                .extracting(SettingProblem::toString)
                .containsExactly("team[0]: 'nobody' is no e-mail address");
    }

    @Test
    void whatThePluginSetsByItselfIsNotStored() {
        var entered = object("""
                {"text": " default ", "number": 8, "flag": true, "emails": [], "secret": null,
                 "options": [{"labels": {"en": " D "}, "id": "d"}], "phrases": {"en": ["default"], "es": ["otra"]}}
                """);

        assertThat(SettingsReader.worthStoring(SCHEMA, entered))
                .isEqualTo(object(
                        "{\"number\": 8, \"emails\": [], \"phrases\": {\"en\": [\"default\"], \"es\": [\"otra\"]}}"));
    }

    @Test
    void anEmptyListIsNotStoredWhereThereIsNothingToLeaveOut() {
        var setting = new Setting("team", SettingType.EMAILS, "label", Optional.empty(), false, Optional.empty());

        assertThat(SettingsReader.worthStoring(List.of(setting), object("{\"team\": []}")))
                .isEmpty();
    }

    @Test
    void whatIsStoredIsReadAsItWasEntered() {
        var entered = object("""
                {"text": "Ana", "number": 14, "flag": false, "url": "https://x.example/", "email": "a@x.example",
                 "emails": ["b@x.example"], "options": [{"id": "a", "labels": {"en": "A", "es": "Á"}}],
                 "phrases": {"en": ["down"], "es": ["caída"]}}
                """);

        assertThat(SettingsReader.worthStoring(SCHEMA, entered)).isEqualTo(entered);
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
