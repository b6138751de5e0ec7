package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.testclient.Answer;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** An answer that has to be a problem document (RFC 9457). */
public final class Problem {
    private final JsonObject document;

    private Problem(JsonObject document) {
        this.document = document;
    }

    public static Problem of(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        var document = answer.object();
        assertThat(document.getInt("status")).isEqualTo(status);
        assertThat(document.getString("title")).isNotBlank();
        assertThat(document.getString("detail")).isNotBlank();
        return new Problem(document);
    }

    public String detail() {
        return document.getString("detail");
    }

    /** Detail by field. */
    public Map<String, String> errors() {
        var errors = new TreeMap<String, String>();
        document.getJsonArray("errors")
                .getValuesAs(JsonObject.class)
                .forEach(error -> errors.put(error.getString("field"), error.getString("detail")));
        return errors;
    }
}
