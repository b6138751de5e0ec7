package dev.portico.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PendingFormTest {
    private static final FormSeal SEALS = FormSealTest.seals("key", Instant.parse("2026-03-01T10:00:00Z"));
    private static final String SEAL = SEALS.seal("harmony", "s-1");

    @Test
    void whatWasTypedIsKeptAndTheMachineryIsNot() {
        var form = form(Map.of(
                        "form:subject", texts("Down"),
                        "account", texts(SEAL),
                        "secret-token", texts("hush"),
                        "secret-password", texts(""),
                        "jakarta.faces.ViewState", texts("1:2"),
                        "jakarta.faces.partial.ajax", texts("true"),
                        "primefaces.nonce", texts("abc")))
                .orElseThrow();
        assertThat(form.account()).isEqualTo("s-1");
        assertThat(form.value("subject")).contains("Down");
        assertThat(form.values()).containsOnlyKeys("form:subject", "secret-token");
        assertThat(form.value("secret-token")).isEmpty();
        assertThat(form.lacks("secret-token")).isTrue();
        assertThat(form.lacks("secret-password")).isFalse();
        assertThat(form.lacks("subject")).isFalse();
    }

    @Test
    void aFormThatWeDidNotWriteForSomebodyIsNotKept() {
        assertThat(form(Map.of("subject", texts("Down")))).isEmpty();
        assertThat(form(Map.of("subject", texts("Down"), "account", texts()))).isEmpty();
        for (var account : List.of("", " ", "s-1", SEAL.replace("s-1", "s-2"), SEALS.seal("bmc", "s-1"))) {
            assertThat(form(Map.of("subject", texts("Down"), "account", texts(account))))
                    .as(account)
                    .isEmpty();
        }
    }

    @Test
    void sizeIsLimited() {
        assertThat(form(withText(PendingForm.MOST_CHARACTERS))).isEmpty();
        assertThat(form(withText(PendingForm.MOST_CHARACTERS - 100))).isPresent();
    }

    @Test
    void numberOfFieldsIsLimited() {
        var many = new HashMap<String, String[]>(Map.of("account", texts(SEAL)));
        for (int i = 0; i <= 500; i++) {
            many.put("field" + i, texts("x"));
        }
        assertThat(form(many)).isEmpty();
        many.remove("field0");
        assertThat(form(many)).isPresent();
    }

    @Test
    void numberOfValuesIsLimited() {
        var many = new String[501];
        Arrays.fill(many, "");
        assertThat(form(Map.of("account", texts(SEAL), "field", many))).isEmpty();
    }

    @Test
    void aSessionKeepsTheLatestFormsOnly() {
        var forms = List.of(small("1"), small("2"), small("3"), small("4"));
        assertThat(PendingForms.latest(forms, small("5")))
                .extracting(form -> form.value("subject").orElseThrow())
                .containsExactly("2", "3", "4", "5");
    }

    @Test
    void aSessionKeepsNoMoreThanTwoOfTheLargestForms() {
        var large = form(withText(PendingForm.MOST_CHARACTERS - 100)).orElseThrow();
        assertThat(PendingForms.latest(List.of(small("1"), large, large), large))
                .containsExactly(large, large);
    }

    @Test
    void aSessionCanBeStored() throws Exception {
        try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            out.writeObject(small("1"));
        }
    }

    private static PendingForm small(String subject) {
        return form(Map.of("account", texts(SEAL), "subject", texts(subject))).orElseThrow();
    }

    private static Optional<PendingForm> form(Map<String, String[]> parameters) {
        return PendingForm.of("harmony", "/harmony/tickets/new", parameters, SEALS);
    }

    private static Map<String, String[]> withText(int length) {
        return Map.of("account", texts(SEAL), "description", texts("x".repeat(length)));
    }

    private static String[] texts(String... texts) {
        return texts;
    }
}
