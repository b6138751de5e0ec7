package dev.portico.systemtests.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an organization has of its own is there for nobody else (D2). */
@ExtendWith(PortalStackExtension.class)
class OrganizationOptionIT {
    private static final String OTHERS_ENVIRONMENT = "compression-lab";

    @Test
    void another_organizations_environment_is_answered_as_an_absent_one(PortalStack stack) throws SQLException {
        try (var portal = stack.database().portal();
                var statement = portal.createStatement()) {
            statement.execute("select set_config('app.tenant', 'app-builder', false)");
            try (var rows = statement.executeQuery(
                    "select count(*) from organization_option where id = '" + OTHERS_ENVIRONMENT + "'")) {
                rows.next();
                assertThat(rows.getInt(1)).as("it is there for its owner").isEqualTo(1);
            }
        }
        assertThat(refused(stack, body(OTHERS_ENVIRONMENT, "middle-out")))
                .isEqualTo(refused(stack, body("absent", "absent")))
                .contains("environment", "application");
        assertThat(refused(stack, body("production", "middle-out")))
                .isEqualTo(refused(stack, body("production", "absent")))
                .containsExactly("application");
    }

    @Test
    void only_ones_own_are_offered(PortalStack stack) {
        var types = stack.api("app-builder", "hooli-en").get("/ticket-types").body();
        assertThat(types)
                .contains("\"production\"", "\"test-orders\"")
                .doesNotContain(OTHERS_ENVIRONMENT, "middle-out");
    }

    @Test
    void labels_of_the_own_ones_come_with_the_ticket(PortalStack stack) {
        var ticket = Cases.file(
                stack.api("app-builder", "hooli-en").with("Accept-Language", "en"), body("test", "test-orders"));
        assertThat(ticket.getJsonArray("fields").getValuesAs(JsonObject.class))
                .extracting(field -> field.getString("label") + ": " + field.getString("valueLabel"))
                .containsExactly("Environment: Test", "Application: Order desk (next release)");
    }

    @Test
    void nothing_of_a_tenants_organizations_is_seen_from_another_tenant(PortalStack stack) throws SQLException {
        try (var portal = stack.database().portal();
                var statement = portal.createStatement()) {
            statement.execute("select set_config('app.tenant', 'harmony', false)");
            try (var rows = statement.executeQuery("select count(*) from organization_option")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }

    private static List<String> refused(PortalStack stack, JsonObjectBuilder body) {
        Answer answer = stack.api("app-builder", "hooli-en").post("/tickets", body.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return answer.object().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("field"))
                .collect(Collectors.toList());
    }

    private static JsonObjectBuilder body(String environment, String application) {
        return Json.createObjectBuilder()
                .add("type", "ticket")
                .add("priority", "normal")
                .add("environment", environment)
                .add("application", application)
                .add("subject", "Of whom is it")
                .add("description", "What happens, and since when.");
    }
}
