package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.keycloak.DemoAccount;
import dev.portico.systemtests.Api;
import dev.portico.systemtests.PortalStack;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/**
 * Customers' accounts that a test may do anything to, made through Keycloak's administration interface and removed
 * from it after the test.
 */
final class Accounts implements AutoCloseable {
    /** Its password is that of the demonstration's accounts. */
    record Account(String realm, String id, String name, String firstName) {}

    private final PortalStack stack;
    private final List<Account> made = new ArrayList<>();

    Accounts(PortalStack stack) {
        this.stack = stack;
    }

    Account create(String realm, String locale) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 14);
        var firstName = "Visitor" + name.replaceAll("[0-9]", "");
        var answer = admin(realm).post("/users", user(name, firstName, locale));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var location = answer.header("Location").orElseThrow();
        var account = new Account(realm, location.substring(location.lastIndexOf('/') + 1), name, firstName);
        made.add(account);
        return account;
    }

    /** Ends all its sessions, as an administrator does it. */
    void logout(Account account) {
        assertThat(admin(account.realm())
                        .post("/users/" + account.id() + "/logout")
                        .status())
                .isEqualTo(204);
    }

    void disable(Account account) {
        var answer = admin(account.realm())
                .with("Content-Type", "application/json")
                .send("PUT", "/users/" + account.id(), BodyPublishers.ofString("{\"enabled\":false}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    @Override
    public void close() {
        made.forEach(
                account -> admin(account.realm()).send("DELETE", "/users/" + account.id(), BodyPublishers.noBody()));
    }

    private static JsonObject user(String name, String firstName, String locale) {
        return Json.createObjectBuilder()
                .add("username", name)
                .add("email", name + "@acme.example")
                .add("emailVerified", true)
                .add("enabled", true)
                .add("firstName", firstName)
                .add("lastName", "Test")
                .add(
                        "attributes",
                        Json.createObjectBuilder()
                                .add("organization", Json.createArrayBuilder().add("acme"))
                                .add(
                                        "organizationName",
                                        Json.createArrayBuilder().add("Acme"))
                                .add("locale", Json.createArrayBuilder().add(locale)))
                .add(
                        "credentials",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "password")
                                        .add("value", DemoAccount.PASSWORD)
                                        .add("temporary", false)))
                .build();
    }

    private Api admin(String realm) {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password=" + Browser.encode(adminPassword());
        var token = keycloak("/realms/master/protocol/openid-connect/token")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "", BodyPublishers.ofString(form));
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        return keycloak("/admin/realms/" + realm)
                .with("Authorization", "Bearer " + token.object().getString("access_token"));
    }

    private Api keycloak(String path) {
        return stack.anonymous().at(stack.keycloakUrl() + path);
    }

    private String adminPassword() {
        var running = System.getProperty("portico.test.running", "");
        if (running.isBlank()) {
            return stack.own().keycloakAdminPassword();
        }
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(running, "secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty("keycloak.admin");
    }
}
