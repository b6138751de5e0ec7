package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose signatures count, over REST: an administrator of the platform alone says so, and it is written down (J1, J4). */
@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class PublisherIT {
    private static final String KEY = "0a1ba8a7a46b21c861411517a637b83d14ca2457dfb4efa51fae13dd844f9d7a";
    private static final String PEM = pem();

    @AfterEach
    void remove(PortalStack stack) {
        delete(admin(stack));
    }

    @Test
    void a_key_is_pinned_listed_audited_and_removed(PortalStack stack) {
        var made = pin(admin(stack), "Example Ltd", PEM).require(201);
        assertThat(made.header("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/staff/api/v1/publishers/" + KEY));
        var pinned = admin(stack).get("/publishers").require(200).array().getValuesAs(JsonObject.class).stream()
                .filter(key -> key.getString("digest").equals(KEY))
                .findFirst()
                .orElseThrow();
        assertThat(pinned).isEqualTo(made.object());
        assertThat(pinned.getString("publisher")).isEqualTo("Example Ltd");
        assertThat(pinned.getString("subject")).isEqualTo("CN=Example Plugins,O=Example Ltd,C=ES");
        assertThat(pinned.getString("pinnedBy")).isEqualTo("Martin Weber");

        assertThat(delete(admin(stack)).status()).isEqualTo(204);
        Problem.of(delete(admin(stack)), 404);
        assertThat(admin(stack).get("/publishers").body()).doesNotContain(KEY);
        assertThat(Session.login(stack, "staff", "admin")
                        .get("/staff/audit.csv?tenant=staff")
                        .body())
                .contains("publisher.pinned", "publisher.removed", KEY);
    }

    @Test
    void a_file_is_taken_like_a_text(PortalStack stack) {
        var body = "--x\r\nContent-Disposition: form-data; name=\"publisher\"\r\n\r\nExample Ltd\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"k.pem\"\r\n\r\n" + PEM
                + "\r\n--x--\r\n";
        var made = admin(stack)
                .with("Content-Type", "multipart/form-data; boundary=x")
                .send("POST", "/publishers", BodyPublishers.ofString(body))
                .require(201);
        assertThat(made.object().getString("digest")).isEqualTo(KEY);
    }

    @Test
    void what_cannot_be_pinned_is_told_at_its_field(PortalStack stack) {
        var key = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----";
        assertThat(Problem.of(pin(admin(stack), " ", "none"), 422).errors())
                .containsOnlyKeys("publisher", "certificate");
        assertThat(Problem.of(pin(admin(stack), "Ex\u200bample", ""), 422).errors())
                .containsOnlyKeys("publisher", "certificate");
        assertThat(Problem.of(pin(admin(stack), "Example", key), 422).errors())
                .hasEntrySatisfying("certificate", told -> assertThat(told).contains("private key"));
        pin(admin(stack), "Example", PEM).require(201);
        assertThat(Problem.of(pin(admin(stack), "Another", PEM), 422).errors())
                .hasEntrySatisfying("certificate", told -> assertThat(told).contains("“Example”"));
    }

    @Test
    void an_administrator_of_tenants_has_no_say_in_it(PortalStack stack, Accounts accounts) {
        var account = accounts.createStaff("admin", "harmony").name();
        var api = stack.api("staff", account);
        api.get("/plugins").require(200);
        Problem.of(api.get("/publishers"), 403);
        Problem.of(pin(api, "Example Ltd", PEM), 403);
        pin(admin(stack), "Example Ltd", PEM).require(201);
        Problem.of(delete(api), 403);
        assertThat(admin(stack).get("/publishers").body()).contains(KEY);

        var session = Session.login(stack, "staff", account);
        assertThat(session.get("/staff/plugins/publishers").statusCode()).isEqualTo(403);
        assertThat(session.get("/staff/plugins").body()).doesNotContain("/staff/plugins/publishers");
        assertThat(Session.login(stack, "staff", "admin").get("/staff/plugins").body())
                .contains("/staff/plugins/publishers");
    }

    @Test
    void what_an_administrator_entered_is_still_there_after_a_mistake(PortalStack stack) {
        var session = Session.login(stack, "staff", "admin");
        var path = "/staff/plugins/publishers";
        var entered = Map.of("publisher", "<b>#{7*7}</b>", "certificate", "</textarea>none");
        var page = session.press(path, "pin", "pin-key", entered, path).body();
        assertThat(page)
                .contains(
                        "value=\"&lt;b&gt;#{7*7}&lt;/b&gt;\"",
                        "&lt;/textarea&gt;none",
                        "This is not an X.509 certificate");
        var key = "-----BEGIN PRIVATE KEY-----\nsecret-of-the-key\n-----END PRIVATE KEY-----";
        assertThat(session.press(path, "pin", "pin-key", Map.of("publisher", "a", "certificate", key), path)
                        .body())
                .doesNotContain("secret-of-the-key");
    }

    private static Api admin(PortalStack stack) {
        return stack.api("staff", "admin");
    }

    private static Answer pin(Api api, String publisher, String certificate) {
        return api.post(
                "/publishers",
                Json.createObjectBuilder()
                        .add("publisher", publisher)
                        .add("certificate", certificate)
                        .build());
    }

    private static Answer delete(Api api) {
        return api.send("DELETE", "/publishers/" + KEY, BodyPublishers.noBody());
    }

    private static String pem() {
        try (var stream = PortalStack.class.getResourceAsStream("publisher.pem")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
