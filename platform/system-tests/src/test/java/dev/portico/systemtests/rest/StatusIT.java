package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer moves a ticket where the desk's workflow lets customers, and nowhere else (D4). */
@ExtendWith(PortalStackExtension.class)
class StatusIT {
    @Test
    void a_forbidden_move_is_a_conflict_that_names_the_allowed_ones(PortalStack stack) {
        var api = stack.api("app-builder", "hooli-en").with("Accept-Language", "en");
        var number = Cases.number(Cases.file(
                api,
                Json.createObjectBuilder()
                        .add("type", "ticket")
                        .add("priority", "normal")
                        .add("environment", "test")
                        .add("application", "test-orders")
                        .add("subject", "To be moved")
                        .add("description", "Here and there.")));
        for (var status : new String[] {"in-progress", "archived", "nothing", ""}) {
            assertThat(Problem.of(move(api, number, status), 409).detail()).contains("Allowed: closed.");
        }
        assertThat(move(api, number, "closed").object().getString("status")).isEqualTo("closed");
        assertThat(Problem.of(move(api, number, "archived"), 409).detail()).contains("Allowed: in-progress.");
        assertThat(move(api, number, "in-progress").object().getString("status"))
                .isEqualTo("in-progress");
    }

    @Test
    void another_customers_ticket_is_an_absent_one(PortalStack stack) {
        var number = Cases.number(Cases.file(stack.api("harmony", "acme-en"), "Not yours"));
        Problem.of(move(stack.api("harmony", "globex-en"), number, "closed"), 404);
        Problem.of(move(stack.api("app-builder", "hooli-en"), number, "closed"), 404);
    }

    private static dev.portico.testclient.Answer move(Api api, long number, String status) {
        return api.post(
                "/tickets/" + number + "/status",
                Json.createObjectBuilder().add("status", status).build());
    }
}
