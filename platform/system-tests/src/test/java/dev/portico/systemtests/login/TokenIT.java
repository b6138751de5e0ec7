package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.keycloak.DemoAccount;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Api;
import dev.portico.testclient.Browser;
import dev.portico.testclient.Html;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PortalStackExtension.class)
class TokenIT {
    private static final String TICKETS = "/harmony/api/v1/tickets";

    @Test
    void a_token_of_the_tenants_realm_opens_the_tenants_api(PortalStack stack) {
        var answer = bearer(stack, stack.token("harmony", "acme-en")).get(TICKETS);
        assertThat(answer.status()).as("what the refusals are measured against").isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "en, You are not logged in",
        "es, No has iniciado sesión",
        "'es-AR,en;q=0.3', No has iniciado sesión",
        "fr, You are not logged in"
    })
    void without_a_token_the_answer_is_a_problem_in_the_callers_language(
            String language, String title, PortalStack stack) {
        for (var path : new String[] {TICKETS, TICKETS + "/1", "/harmony/api/v1/ticket-types", "/bmc/api/v1/tickets"}) {
            var answer = stack.anonymous().with("Accept-Language", language).get(path);
            assertRefused(answer);
            assertThat(answer.object().getString("title")).isEqualTo(title);
            assertThat(answer.header("Content-Language")).contains(title.startsWith("No") ? "es" : "en");
            assertThat(answer.header("WWW-Authenticate")).get().asString().doesNotContain("error");
        }
    }

    @Test
    void the_challenge_names_the_realm_of_the_tenant(PortalStack stack) {
        assertThat(stack.anonymous().get(TICKETS).header("WWW-Authenticate")).contains("Bearer realm=\"harmony\"");
        assertThat(stack.anonymous().get("/bmc/api/v1/tickets").header("WWW-Authenticate"))
                .contains("Bearer realm=\"bmc\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void a_change_without_a_token_is_refused_before_anything_is_read(String method, PortalStack stack) {
        var body = BodyPublishers.ofString("{}");
        assertRefused(stack.anonymous().with("Content-Type", "application/json").send(method, TICKETS, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer garbage",
                "Bearer a.b.c",
                "Bearer ..",
                "Bearer eyJhbGciOiJub25lIn0.e30."
            })
    void garbage_is_no_token(String authorization, PortalStack stack) {
        assertRefused(stack.anonymous().with("Authorization", authorization).get(TICKETS));
    }

    @Test
    void a_password_is_no_token(PortalStack stack) {
        var basic = Base64.getEncoder()
                .encodeToString(("acme-en:" + DemoAccount.PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertRefused(stack.anonymous().with("Authorization", "Basic " + basic).get(TICKETS));
    }

    @Test
    void a_token_of_another_realm_counts_for_nothing(PortalStack stack) {
        assertInvalid(bearer(stack, stack.token("bmc", "initech-en")).get(TICKETS));
        assertInvalid(bearer(stack, stack.token("staff", "agent")).get(TICKETS));
        assertInvalid(bearer(stack, stack.token("harmony", "acme-en")).get("/bmc/api/v1/tickets"));
    }

    @Test
    void a_token_that_has_been_changed_counts_for_nothing(PortalStack stack) {
        var token = stack.token("harmony", "acme-en");
        var parts = token.split("\\.");
        var claims = claims(parts[1]);
        assertThat(claims.getString("preferred_username")).isEqualTo("acme-en");

        var other = encode(Json.createObjectBuilder(claims)
                .add("preferred_username", "globex-en")
                .add("sub", "00000000-0000-0000-0000-000000000000")
                .build());
        assertInvalid(bearer(stack, parts[0] + "." + other + "." + parts[2]).get(TICKETS));

        var expired = encode(
                Json.createObjectBuilder(claims).add("exp", 1_000_000_000).build());
        assertInvalid(bearer(stack, parts[0] + "." + expired + "." + parts[2]).get(TICKETS));

        var unsigned = encode(Json.createObjectBuilder().add("alg", "none").build());
        assertInvalid(bearer(stack, unsigned + "." + parts[1] + ".").get(TICKETS));
        assertInvalid(bearer(stack, unsigned + "." + parts[1] + "." + parts[2]).get(TICKETS));

        // The realm's public key is no secret to sign with.
        var symmetric = encode(
                Json.createObjectBuilder(claims(parts[0])).add("alg", "HS256").build());
        assertInvalid(bearer(stack, symmetric + "." + parts[1] + "." + parts[2]).get(TICKETS));
        assertThat(bearer(stack, token).get(TICKETS).status()).as("unchanged").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "refresh_token"})
    void a_token_for_another_use_opens_no_api(String kind, PortalStack stack) {
        var tokens = tokens(stack);
        assertThat(bearer(stack, tokens.getString("access_token")).get(TICKETS).status())
                .isEqualTo(200);
        assertInvalid(bearer(stack, tokens.getString(kind)).get(TICKETS));
    }

    @Test
    void the_id_token_of_a_browsers_login_opens_no_api(PortalStack stack) {
        var browser = new Browser(stack);
        browser.login("/harmony/tickets", "acme-en");
        var end = Browser.location(browser.post("/harmony/logout", Map.of()));
        var token = new Html(end).find("[?&]id_token_hint=([^&]+)").orElseThrow();
        assertThat(claims(token.split("\\.")[1]).getString("aud"))
                .as("meant for the portal, but not as an access token")
                .isEqualTo("portico");
        assertInvalid(bearer(stack, token).get(TICKETS));
    }

    @Test
    void a_sessions_cookie_opens_no_api(PortalStack stack) {
        var browser = new Browser(stack);
        browser.login("/harmony/tickets", "acme-en");
        assertRefused(browser.get(TICKETS));
        assertRefused(browser.post(TICKETS, Map.of()));
        assertThat(browser.get("/harmony/tickets").status()).isEqualTo(200);
    }

    @Test
    void a_token_beside_a_session_counts_alone(PortalStack stack) {
        var browser = new Browser(stack);
        browser.login("/harmony/tickets", "acme-en");
        assertInvalid(browser.get(TICKETS, Map.of("Authorization", "Bearer garbage")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/harmony/tickets", "/harmony/tickets/new", "/harmony/settings"})
    void a_token_opens_no_page(String page, PortalStack stack) {
        var answer = bearer(stack, stack.token("harmony", "acme-en")).get(page);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(Browser.location(answer)).startsWith(stack.keycloakUrl() + "/realms/harmony/");
        var staff = bearer(stack, stack.token("staff", "agent")).get("/staff/tickets");
        assertThat(staff.status()).isEqualTo(303);
    }

    @Test
    void a_token_opens_neither_drafts_nor_uploads(PortalStack stack) {
        var api = bearer(stack, stack.token("harmony", "acme-en"));
        assertRefused(api.with("Content-Type", "application/json")
                .send("PUT", "/harmony/drafts/new-case", BodyPublishers.ofString("{}")));
        assertRefused(api.upload("/harmony/uploads/new-case", "a.txt", new byte[] {1}));
    }

    private static void assertInvalid(Answer answer) {
        assertRefused(answer);
        assertThat(answer.header("WWW-Authenticate")).get().asString().contains("error=\"invalid_token\"");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("WWW-Authenticate")).get().asString().startsWith("Bearer realm=\"");
        assertThat(answer.header("Content-Type")).get().asString().startsWith("application/problem+json");
        assertThat(answer.object().getInt("status")).isEqualTo(401);
        assertThat(answer.object().getString("detail")).isNotBlank();
    }

    private static Api bearer(PortalStack stack, String token) {
        return stack.anonymous().with("Authorization", "Bearer " + token);
    }

    private static JsonObject tokens(PortalStack stack) {
        var form = "grant_type=password&client_id=portico-cli&scope=openid&username=acme-en&password="
                + DemoAccount.PASSWORD;
        return stack.anonymous()
                .at(stack.keycloakUrl())
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/realms/harmony/protocol/openid-connect/token", BodyPublishers.ofString(form))
                .object();
    }

    private static JsonObject claims(String part) {
        var text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String encode(JsonObject part) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
    }
}
