package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.testclient.Answer;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;

/** Cases that tests file, each with words of its own to find it by. */
public final class Cases {
    private Cases() {}

    /** A word that no other ticket has, without digits that a search could mistake for another's. */
    public static String word() {
        var letters = UUID.randomUUID().toString().replace("-", "");
        return "w" + letters.substring(0, 12);
    }

    /** In order for every tenant. */
    public static JsonObjectBuilder body(String subject) {
        return Json.createObjectBuilder()
                .add("type", "case")
                .add("product", "other")
                .add("subject", subject)
                .add("description", "What happens, and since when.")
                .add("severity", "3");
    }

    public static JsonObject file(Api api, String subject) {
        return file(api, body(subject));
    }

    public static JsonObject file(Api api, JsonObjectBuilder body) {
        return created(api.post("/tickets", body.build())).object();
    }

    public static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    public static long number(JsonObject ticket) {
        return ticket.getJsonNumber("number").longValueExact();
    }
}
