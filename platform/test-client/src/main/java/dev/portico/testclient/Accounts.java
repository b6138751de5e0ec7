package dev.portico.testclient;

import dev.portico.launcher.keycloak.DemoAccount;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts that one may do anything to, made through Keycloak's administration interface and removed from
 * it at the end.
 */
public final class Accounts implements AutoCloseable {
    /** Its password is that of the demonstration's accounts. */
    public record Account(String realm, String id, String name, String firstName) {}

    private final String keycloakUrl;
    private final String adminPassword;
    private final List<Account> made = new ArrayList<>();

    /** @param adminPassword of {@code admin} in the realm {@code master} */
    public Accounts(String keycloakUrl, String adminPassword) {
        this.keycloakUrl = keycloakUrl;
        this.adminPassword = adminPassword;
    }

    public Account create(String realm, String locale) {
        return create(realm, locale, List.of());
    }

    /** A member of staff with one of the realm's roles who serves those tenants alone. */
    public Account createStaff(String role, String... tenants) {
        var account = create("staff", "en", List.of(tenants));
        var known = admin("staff").get("/roles/" + role).require(200).object();
        admin("staff")
                .post(
                        "/users/" + account.id() + "/role-mappings/realm",
                        Json.createArrayBuilder().add(known).build())
                .require(204);
        return account;
    }

    /** The same person in another realm: name and address are the same. */
    public Account create(Account person, String realm, String locale) {
        return create(realm, person.name(), locale, List.of());
    }

    private Account create(String realm, String locale, List<String> tenants) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 14);
        return create(realm, name, locale, tenants);
    }

    private Account create(String realm, String name, String locale, List<String> tenants) {
        var firstName = "Visitor" + name.replaceAll("[0-9]", "");
        var answer = admin(realm).post("/users", user(name, firstName, locale, tenants));
        answer.require(201);
        var location = answer.header("Location").orElseThrow();
        var account = new Account(realm, location.substring(location.lastIndexOf('/') + 1), name, firstName);
        made.add(account);
        return account;
    }

    /** Ends all its sessions, as an administrator does it. */
    public void logout(Account account) {
        admin(account.realm()).post("/users/" + account.id() + "/logout").require(204);
    }

    public void disable(Account account) {
        change(account.realm(), account.id(), Json.createObjectBuilder().add("enabled", false));
    }

    public void delete(String realm, String subject) {
        admin(realm)
                .send("DELETE", "/users/" + subject, BodyPublishers.noBody())
                .require(204);
    }

    /** Makes Keycloak ask for something at the next login. */
    public void require(String realm, String subject, String action) {
        var actions = Json.createArrayBuilder().add(action);
        change(realm, subject, Json.createObjectBuilder().add("requiredActions", actions));
    }

    /** What Keycloak will ask for at the next login. */
    public List<String> required(String realm, String subject) {
        var user = admin(realm).get("/users/" + subject).require(200).object();
        return user.getJsonArray("requiredActions").getValuesAs(JsonString::getString);
    }

    /** Changes those fields of any account, as an administrator does it. */
    public void change(String realm, String subject, JsonObjectBuilder fields) {
        admin(realm)
                .with("Content-Type", "application/json")
                .send(
                        "PUT",
                        "/users/" + subject,
                        BodyPublishers.ofString(fields.build().toString()))
                .require(204);
    }

    @Override
    public void close() {
        made.forEach(
                account -> admin(account.realm()).send("DELETE", "/users/" + account.id(), BodyPublishers.noBody()));
    }

    private static JsonObject user(String name, String firstName, String locale, List<String> tenants) {
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
                                .add("locale", Json.createArrayBuilder().add(locale))
                                .add("tenants", Json.createArrayBuilder(tenants)))
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
        var form = "grant_type=password&client_id=admin-cli&username=admin&password=" + Browser.encode(adminPassword);
        var token = keycloak("/realms/master/protocol/openid-connect/token")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "", BodyPublishers.ofString(form))
                .require(200);
        return keycloak("/admin/realms/" + realm)
                .with("Authorization", "Bearer " + token.object().getString("access_token"));
    }

    private Api keycloak(String path) {
        return new Api(keycloakUrl + path, Optional::empty);
    }
}
