package dev.portico.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PendingFormTest {
    @Test
    void whatWasTypedIsKeptAndTheMachineryIsNot() {
        var form = PendingForm.of(
                        "harmony",
                        "/harmony/tickets/new",
                        Map.of(
                                "form:subject", texts("Down"),
                                "form:account", texts("s-1"),
                                "jakarta.faces.ViewState", texts("1:2"),
                                "jakarta.faces.partial.ajax", texts("true"),
                                "primefaces.nonce", texts("abc")))
                .orElseThrow();
        assertThat(form.account()).isEqualTo("s-1");
        assertThat(form.value("subject")).contains("Down");
        assertThat(form.values()).containsOnlyKeys("form:subject", "form:account");
    }

    @Test
    void aFormThatNamesNobodyIsNotKept() {
        assertThat(PendingForm.of("harmony", "/", Map.of("subject", texts("Down"))))
                .isEmpty();
        assertThat(PendingForm.of("harmony", "/", Map.of("account", texts(" "))))
                .isEmpty();
    }

    @Test
    void sizeIsLimited() {
        assertThat(PendingForm.of("harmony", "/", withText(PendingForm.MOST_CHARACTERS)))
                .isEmpty();
        assertThat(PendingForm.of("harmony", "/", withText(PendingForm.MOST_CHARACTERS - 100)))
                .isPresent();
    }

    @Test
    void numberOfFieldsIsLimited() {
        var many = new HashMap<String, String[]>(Map.of("account", texts("s-1")));
        for (int i = 0; i < 500; i++) {
            many.put("field" + i, texts("x"));
        }
        assertThat(PendingForm.of("harmony", "/", many)).isEmpty();
    }

    @Test
    void aSessionCanBeStored() throws Exception {
        var form =
                PendingForm.of("harmony", "/", Map.of("account", texts("s-1"))).orElseThrow();
        try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            out.writeObject(form);
        }
    }

    private static Map<String, String[]> withText(int length) {
        return Map.of("account", texts("s-1"), "description", texts("x".repeat(length)));
    }

    private static String[] texts(String... texts) {
        return texts;
    }
}
