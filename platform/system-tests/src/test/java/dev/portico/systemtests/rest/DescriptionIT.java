package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the interface says about itself: ticket types, OpenAPI, health. */
@ExtendWith(PortalStackExtension.class)
class DescriptionIT {

    @Test
    void ticket_types_say_what_can_be_filed_in_the_callers_language(PortalStack stack) {
        var api = stack.api("harmony", "acme-en");
        var english =
                api.with("Accept-Language", "en").get("/ticket-types").array().getJsonObject(0);
        var spanish =
                api.with("Accept-Language", "es").get("/ticket-types").array().getJsonObject(0);
        assertThat(english.getString("id")).isEqualTo("case");
        assertThat(ids(english, "fields"))
                .containsExactly("product", "subject", "description", "attachments", "severity");
        assertThat(ids(english.getJsonObject("scale"), "levels")).containsExactly("1", "2", "3");
        assertThat(ids(english, "products")).contains("agents", "other").isEqualTo(ids(spanish, "products"));
        assertThat(ids(english, "statuses")).contains("open", "closed");
        assertThat(english.toString()).contains("Agents (cloud and private)");
        assertThat(spanish.toString())
                .contains("Agentes (en la nube y privados)")
                .doesNotContain("Agents (cloud");
    }

    @Test
    void tenants_offer_their_own_products(PortalStack stack) {
        var bmc = stack.api("bmc", "initech-en").get("/ticket-types").array().getJsonObject(0);
        assertThat(ids(bmc, "products")).containsExactly("control-m", "helix", "integration-studio", "other");
    }

    @Test
    void a_desk_describes_its_own_fields_and_a_ticket_answers_with_them(PortalStack stack) {
        var api = stack.api("legacy", "umbrella-en").with("Accept-Language", "es");
        var type = api.get("/ticket-types").array().getJsonObject(0);
        var version = type.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .filter(field -> field.getString("kind").equals("suggestion"))
                .findFirst()
                .orElseThrow();
        assertThat(version.getString("label")).isEqualTo("Versión de Jitterbit");
        assertThat(version.getJsonArray("suggestions").getValuesAs(JsonString::getString))
                .contains("Solo Cloud Studio y agentes en la nube", "10.x");
        assertThat(ids(type.getJsonObject("scale"), "levels")).containsExactly("1", "2", "3", "4");

        var body =
                Cases.body("With a version").add("type", type.getString("id")).add("version", "9.9 α");
        var fields = Cases.file(api, body).getJsonArray("fields");
        assertThat(fields.getValuesAs(JsonObject.class))
                .containsExactly(Json.createObjectBuilder()
                        .add("id", "version")
                        .add("label", "Versión de Jitterbit")
                        .add("value", "9.9 α")
                        .add("valueLabel", "9.9 α")
                        .build());
    }

    @Test
    void openapi_lists_every_address_with_a_name_of_its_own(PortalStack stack) {
        var document = stack.anonymous()
                .with("Accept", "application/json")
                .get("/openapi")
                .object();
        var paths = document.getJsonObject("paths");
        assertThat(paths.keySet())
                .containsExactlyInAnyOrder(
                        "/api/v1/plugins",
                        "/api/v1/plugins/{id}",
                        "/api/v1/plugins/{id}/data",
                        "/api/v1/plugins/{id}/rollback",
                        "/api/v1/plugins/{id}/tenants/{tenant}",
                        "/api/v1/origins",
                        "/api/v1/origins/{id}",
                        "/api/v1/publishers",
                        "/api/v1/publishers/{digest}",
                        "/api/v1/ticket-types",
                        "/api/v1/tickets",
                        "/api/v1/tickets/{number}",
                        "/api/v1/tickets/{number}/comments",
                        "/api/v1/tickets/{number}/close",
                        "/api/v1/tickets/{number}/escalation",
                        "/api/v1/tickets/{number}/status",
                        "/api/v1/tickets/{number}/attachments",
                        "/api/v1/tickets/{number}/attachments/{id}");
        var operations = paths.values().stream()
                .flatMap(path -> path.asJsonObject().values().stream())
                .filter(JsonObject.class::isInstance)
                .map(operation -> operation.asJsonObject().getString("operationId"))
                .toList();
        assertThat(operations).hasSize(23).doesNotHaveDuplicates();
        assertThat(paths.getJsonObject("/api/v1/plugins")
                        .getJsonArray("servers")
                        .toString())
                .contains("/staff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void probes_are_answered_without_login(String probe, PortalStack stack) {
        var answer = stack.anonymous().get(probe);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object().getString("status")).isEqualTo("UP");
    }

    private static java.util.List<String> ids(JsonObject object, String list) {
        return object.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getString("id"))
                .toList();
    }
}
