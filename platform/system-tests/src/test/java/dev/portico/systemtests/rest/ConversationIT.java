package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PortalStackExtension.class)
class ConversationIT {
    private Api api;
    private String ticket;

    @BeforeEach
    void file(PortalStack stack) {
        api = stack.api("harmony", "acme-en");
        ticket = "/tickets/" + Cases.number(Cases.file(api, "Conversation"));
    }

    @Test
    void a_comment_joins_the_conversation() {
        var answer =
                Cases.created(comment("First line\n\n**bold** <b>not</b> 😀")).object();
        assertThat(answer.getJsonArray("conversation")).hasSize(2);
        var said = answer.getJsonArray("conversation").getJsonObject(1);
        assertThat(said.getString("text")).isEqualTo("First line\n\n**bold** <b>not</b> 😀");
        assertThat(said.getString("author")).isEqualTo("Grace Miller");
        assertThat(said.getString("kind")).isEqualTo("comment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t", "a\0b"})
    void an_empty_or_unreadable_comment_is_refused(String text) {
        assertThat(Problem.of(comment(text), 422).errors()).containsOnlyKeys("text");
    }

    @Test
    void a_comment_that_is_too_long_is_refused() {
        Cases.created(comment("x".repeat(20_000)));
        assertThat(Problem.of(comment("x".repeat(20_001)), 422).errors()).containsOnlyKeys("text");
    }

    @Test
    void a_comment_without_text_is_refused() {
        var answer = api.post(ticket + "/comments", JsonObject.EMPTY_JSON_OBJECT);
        assertThat(Problem.of(answer, 422).errors()).containsOnlyKeys("text");
    }

    @Test
    void closing_twice_closes_once() {
        assertThat(api.post(ticket + "/close").object().getString("status")).isEqualTo("closed");
        var again = api.post(ticket + "/close");
        assertThat(again.status()).isEqualTo(200);
        var closings = again.object().getJsonArray("activity").getValuesAs(JsonObject.class).stream()
                .filter(event -> event.getString("kind").equals("status"))
                .toList();
        assertThat(closings).hasSize(1);
    }

    @Test
    void nothing_is_added_to_a_closed_ticket() {
        api.post(ticket + "/close");
        var english = Problem.of(api.with("Accept-Language", "en").post(ticket + "/comments", text("Late")), 409);
        var spanish = Problem.of(api.with("Accept-Language", "es").post(ticket + "/comments", text("Late")), 409);
        assertThat(spanish.detail()).isNotEqualTo(english.detail());
        Problem.of(api.upload(ticket + "/attachments", "late.txt", "late".getBytes()), 409);
        var read = api.get(ticket).object();
        assertThat(read.getJsonArray("conversation")).hasSize(1);
        assertThat(read.getJsonArray("attachments")).isEmpty();
    }

    private dev.portico.testclient.Answer comment(String text) {
        return api.post(ticket + "/comments", text(text));
    }

    private static JsonObject text(String text) {
        return Json.createObjectBuilder().add("text", text).build();
    }
}
