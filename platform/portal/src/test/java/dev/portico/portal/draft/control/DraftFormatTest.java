package dev.portico.portal.draft.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portico.portal.failure.PortalException;
import jakarta.json.JsonException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftFormatTest {
    @Test
    void whatIsWrittenIsRead() {
        var fields = Map.of("subject", "Producci\u00F3n \"ca\u00EDda\" \\ \uD83D\uDE00\n", "description", "");
        assertThat(DraftFormat.read(DraftFormat.write(fields))).isEqualTo(fields);
    }

    @Test
    void charactersThatTheDatabaseCannotKeepAreLeftOut() {
        assertThat(DraftFormat.read(DraftFormat.write(Map.of("a\0", "x\0y")))).isEqualTo(Map.of("a", "xy"));
        assertThat(DraftFormat.read(DraftFormat.write(Map.of("a", "x\uD800y")))).isEqualTo(Map.of("a", "xy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{", "{\"a\":1}", "{\"a\":{}}", "{\"a\":null}"})
    void whatIsNoObjectOfTextsIsNotRead(String json) {
        assertThatThrownBy(() -> DraftFormat.read(json)).isInstanceOf(JsonException.class);
    }

    @Test
    void fiftyFieldsAreTakenAndNoMore() {
        assertThat(DraftFormat.write(fields(50))).isNotEmpty();
        assertTooLarge(fields(51));
    }

    @Test
    void sixtyFourKilobytesAreTakenAndNoMore() {
        assertThat(DraftFormat.write(Map.of("f", "x".repeat(65_000)))).isNotEmpty();
        assertTooLarge(Map.of("f", "x".repeat(66_000)));
        assertTooLarge(Map.of("f", "\u00F1".repeat(33_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new.case", "new-case", "comment.1042"})
    void formsHavePlainNames(String form) {
        assertThat(DraftFormat.form(form)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a b", "a\0", "\u00F1"})
    void otherNamesBelongToNoForm(String form) {
        assertThatThrownBy(() -> DraftFormat.form(form)).isInstanceOf(PortalException.class);
    }

    private static Map<String, String> fields(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "f" + i, i -> "x"));
    }

    private static void assertTooLarge(Map<String, String> fields) {
        assertThatThrownBy(() -> DraftFormat.write(fields))
                .asInstanceOf(type(PortalException.class))
                .extracting(PortalException::kind, PortalException::key)
                .containsExactly(PortalException.Kind.TOO_LARGE, "draft.too-large");
    }
}
