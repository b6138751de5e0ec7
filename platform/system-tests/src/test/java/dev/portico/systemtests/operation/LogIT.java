package dev.portico.systemtests.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.rest.Cases;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalStackExtension.class)
class LogIT {

    @Test
    void a_request_is_found_in_the_log_by_the_id_that_its_answer_carries(PortalStack stack) {
        var log = new PortalLog(stack);
        var id = UUID.randomUUID().toString();
        var answer = stack.api("harmony", "acme-en").with("X-Request-Id", id).get("/tickets");
        assertThat(answer.header("X-Request-Id")).contains(id);
        var line = log.waitFor(wanted -> wanted.getString("requestId", "").equals(id));
        assertThat(line.getString("tenantId")).isEqualTo("harmony");
        assertThat(line.getString("userId")).matches("[0-9a-f-]{36}");
        assertThat(line.getString("method")).isEqualTo("GET");
        assertThat(line.getString("route")).isEqualTo("API");
        assertThat(line.getInt("status")).isEqualTo(200);
        assertThat(line.getInt("ms")).isNotNegative();
        assertThat(line.getString("time")).endsWith("Z");
    }

    @Test
    void every_answer_has_an_id_and_an_unsafe_one_is_not_taken_over(PortalStack stack) {
        var log = new PortalLog(stack);
        for (var path : new String[] {"/harmony", "/nobody-there", "/harmony/api/v1/tickets", "/health/live"}) {
            var answer = stack.anonymous().with("X-Request-Id", "<b>unsafe</b>").get(path);
            assertThat(answer.header("X-Request-Id")).as(path).get().asString().matches("[0-9a-f]{32}");
        }
        var lost = stack.anonymous().get("/nobody-there").header("X-Request-Id").orElseThrow();
        var line = log.waitFor(wanted -> wanted.getString("requestId", "").equals(lost));
        assertThat(line.getString("route")).isEqualTo("NONE");
        assertThat(line.getInt("status")).isEqualTo(404);
        assertThat(line.keySet())
                .as("what the request before on that thread was for")
                .doesNotContain("tenantId", "userId");
    }

    @Test
    void the_log_names_no_person_and_repeats_nothing_that_one_wrote(PortalStack stack) {
        var log = new PortalLog(stack);
        var word = Cases.word();
        var api = stack.api("harmony", "acme-es");
        var number = Cases.number(Cases.file(api, word));
        var comment = Json.createObjectBuilder().add("text", word).build();
        assertThat(api.post("/tickets/" + number + "/comments", comment).status())
                .isEqualTo(201);
        assertThat(api.get("/tickets?q=" + word).status()).isEqualTo(200);
        assertThat(api.get("/tickets/" + word).status()).isEqualTo(404);
        stack.mails().waitFor("acme-es@acme.example", mail -> mail.subject().contains(word));
        var last = api.get("/tickets").header("X-Request-Id").orElseThrow();
        log.waitFor(line -> line.getString("requestId", "").equals(last));
        assertThat(log.text())
                .doesNotContain(word, "acme-es", "acme.example", stack.token("harmony", "acme-es"), "Bearer ");
    }

    @Test
    void every_line_is_an_object_with_its_time_level_logger_and_message(PortalStack stack) {
        var log = new PortalLog(stack);
        var last = stack.anonymous().get("/harmony").header("X-Request-Id").orElseThrow();
        log.waitFor(line -> line.getString("requestId", "").equals(last));
        var lines = log.lines();
        // The very last may be half written.
        assertThat(lines.subList(0, lines.size() - 1)).allSatisfy(line -> {
            JsonObject object = PortalLog.parse(line);
            assertThat(object.keySet()).contains("time", "level", "logger", "message");
        });
    }
}
