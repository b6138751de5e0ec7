package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PortalStackExtension.class)
class TicketCreateIT {
    private Api api;

    @BeforeEach
    void logIn(PortalStack stack) {
        api = stack.api("harmony", "acme-en");
    }

    @Test
    void a_filed_ticket_is_found_at_its_location() {
        var answer = Cases.created(
                api.post("/tickets", Cases.body("Où est l'été? 😀").build()));
        var location = answer.header("Location").map(URI::create).orElseThrow();
        var ticket = answer.object();
        assertThat(location.getPath()).isEqualTo("/harmony/api/v1/tickets/" + Cases.number(ticket));
        var read = api.at(location.toString()).get("");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.object().getString("subject")).isEqualTo("Où est l'été? 😀");
        assertThat(read.object().keySet()).contains("description", "conversation", "attachments", "activity");
        assertThat(read.object().getString("description")).isEqualTo("What happens, and since when.");
    }

    @Test
    void production_down_makes_a_ticket_urgent_and_says_why() {
        var ticket = Cases.file(api, "produccion caida desde las 9");
        assertThat(ticket.getBoolean("urgent")).isTrue();
        assertThat(ticket.getString("urgentBecause")).isEqualTo("Producción Caída");
    }

    @Test
    void every_missing_field_is_named_in_the_callers_language() {
        var body = Json.createObjectBuilder().add("type", "case").build();
        var english = Problem.of(api.with("Accept-Language", "en").post("/tickets", body), 422);
        var spanish = Problem.of(api.with("Accept-Language", "es").post("/tickets", body), 422);
        assertThat(english.errors()).containsOnlyKeys("product", "subject", "description", "severity");
        assertThat(spanish.errors().keySet()).isEqualTo(english.errors().keySet());
        assertThat(spanish.errors().get("subject"))
                .isNotEqualTo(english.errors().get("subject"));
        assertThat(english.detail()).contains("4");
        assertThat(spanish.detail()).contains("4").isNotEqualTo(english.detail());
    }

    @ParameterizedTest
    @CsvSource({
        "product, ''", "product, nothing-of-ours", "subject, ''", "subject, '   '", "description, ''", "severity, ''",
        "severity, 4", "severity, urgent", "type, nothing", "type, ''", "status, closed", "requester, somebody",
        "attachments, x"
    })
    void what_a_field_cannot_hold_is_named(String field, String value) {
        var problem = Problem.of(
                api.post("/tickets", Cases.body("Wrong").add(field, value).build()), 422);
        assertThat(problem.errors()).containsOnlyKeys(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "description", "product", "severity"})
    void the_character_zero_is_refused_wherever_it_stands(String field) {
        var problem = Problem.of(
                api.post("/tickets", Cases.body("Zero").add(field, "a\0b").build()), 422);
        assertThat(problem.errors()).containsOnlyKeys(field);
    }

    @ParameterizedTest
    @CsvSource({"subject,255", "description,20000"})
    void the_longest_text_is_taken_and_one_character_more_is_not(String field, int longest) {
        var limit = "\uD83D\uDE00".repeat(longest);
        Cases.file(api, Cases.body("Long").add(field, limit));
        var problem = Problem.of(
                api.with("Accept-Language", "en")
                        .post(
                                "/tickets",
                                Cases.body("Long").add(field, limit + "x").build()),
                422);
        assertThat(problem.errors()).containsOnlyKeys(field);
        assertThat(problem.errors().get(field)).contains(longest == 255 ? "255" : "20,000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"type\":",
                "[]",
                "[1]",
                "\"text\"",
                "1",
                "null",
                "true",
                "{\"a\":1}{",
                "{\"type\":{}}",
                "{\"type\":[\"case\"]}",
                "\u0000"
            })
    void what_is_no_json_object_is_refused(String body) {
        var sender = api.with("Content-Type", "application/json");
        for (var path : List.of("/tickets", "/tickets/" + Cases.number(Cases.file(api, "Body")) + "/comments")) {
            var answer = sender.send("POST", path, BodyPublishers.ofString(body));
            assertThat(answer.status()).as(path + " " + answer.body()).isIn(400, 422);
            Problem.of(answer, answer.status());
        }
    }

    @Test
    void deep_json_is_refused_without_an_error_of_ours() {
        var body = "{\"type\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        var answer =
                api.with("Content-Type", "application/json").send("POST", "/tickets", BodyPublishers.ofString(body));
        Problem.of(answer, answer.status());
        assertThat(answer.status()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data"})
    void only_json_is_read(String type) {
        var answer = api.with("Content-Type", type).send("POST", "/tickets", BodyPublishers.ofString("{}"));
        Problem.of(answer, 415);
    }

    @Test
    void a_refused_ticket_leaves_nothing_behind() {
        var word = Cases.word();
        JsonObject body = Cases.body(word).add("severity", "9").build();
        Problem.of(api.post("/tickets", body), 422);
        assertThat(api.get("/tickets?q=" + word).object().getInt("total")).isZero();
    }
}
