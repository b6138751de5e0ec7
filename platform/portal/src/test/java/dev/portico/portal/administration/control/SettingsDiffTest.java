package dev.portico.portal.administration.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.audit.control.Change;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsDiffTest {
    private static final JsonObject NONE = JsonObject.EMPTY_JSON_OBJECT;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"days\": 14} | {\"days\": 15} | 14 | 15",
                "{} | {\"title\": \"New\"} | `` | New",
                "{\"team\": [\"a\", \"b\"]} | {\"team\": [\"b\", \"c\"]} | a | c",
                "{\"team\": [\"a\", \"b\"]} | {\"team\": [\"b\", \"a\"]} | a b | b a",
                "{\"team\": [\"a\"]} | {\"team\": []} | a | ``",
                "{\"p\": {\"en\": [\"Down\"]}} | {\"p\": {\"en\": [\"Down\"], \"es\": [\"Caída\"]}} | `` | es: Caída",
                "{\"o\": [{\"id\": \"a\", \"labels\": {\"en\": \"A\", \"es\": \"Á\"}}]} | {} | a: A / Á | ``"
            })
    void whatCameAndWentIsToldOfEachSetting(String before, String after, String from, String to) {
        var changes = SettingsDiff.of(json(before), json(after), NONE, NONE);
        assertThat(changes).hasSize(1);
        assertThat(Change.plain(changes.get(0).from()).replace('\n', ' ')).isEqualTo(from);
        assertThat(Change.plain(changes.get(0).to()).replace('\n', ' ')).isEqualTo(to);
    }

    @Test
    void equalSettingsDifferInNothing() {
        var settings =
                json("{\"team\": [\"a\"], \"o\": [{\"id\": \"a\", \"labels\": {\"es\": \"Á\", \"en\": \"A\"}}]}");
        assertThat(SettingsDiff.of(settings, settings, json("{\"token\": 1}"), json("{\"token\": 1}")))
                .isEmpty();
    }

    @Test
    void aSecretIsMaskedHoweverItChanged() {
        var changes =
                SettingsDiff.of(NONE, NONE, json("{\"gone\": 1, \"new\": 1}"), json("{\"new\": 2, \"first\": 2}"));
        assertThat(changes)
                .extracting(change ->
                        change.field() + ": " + Change.plain(change.from()) + " > " + Change.plain(change.to()))
                .containsExactly("first:  > ••••••", "gone: •••••• > ", "new: •••••• > ••••••");
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
