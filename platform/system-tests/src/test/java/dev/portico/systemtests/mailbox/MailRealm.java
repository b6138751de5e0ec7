package dev.portico.systemtests.mailbox;

import dev.portico.launcher.Stack;
import dev.portico.launcher.keycloak.DemoAccount;
import dev.portico.systemtests.PortalStack;
import dev.portico.testclient.Api;
import dev.portico.testclient.Browser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/**
 * The issuer of the access tokens that the stack's mail server takes, until it is closed: one client, whose own account owns
 * one mailbox, and somebody who owns another. A refresh token counts once.
 */
final class MailRealm implements AutoCloseable {
    static final String CLIENT = "portico-mail";
    static final String SECRET = "secret-of-the-client";
    static final String SCOPE = "openid email";
    private static final String OWNER = "owner";

    private final PortalStack stack;

    MailRealm(PortalStack stack, String mailboxOfTheClient, String mailboxOfTheOwner) {
        this.stack = stack;
        var realm = Json.createObjectBuilder()
                .add("realm", Stack.MAIL_REALM)
                .add("enabled", true)
                .add("revokeRefreshToken", true)
                .add("refreshTokenMaxReuse", 0)
                .add("clients", Json.createArrayBuilder().add(client()))
                .add(
                        "users",
                        Json.createArrayBuilder()
                                .add(user("service-account-" + CLIENT, mailboxOfTheClient)
                                        .add("serviceAccountClientId", CLIENT))
                                .add(user(OWNER, mailboxOfTheOwner)
                                        .add(
                                                "credentials",
                                                Json.createArrayBuilder()
                                                        .add(Json.createObjectBuilder()
                                                                .add("type", "password")
                                                                .add("value", DemoAccount.PASSWORD)))))
                .build();
        keycloak("/admin").post("/realms", realm).require(201);
    }

    private static JsonObject client() {
        return Json.createObjectBuilder()
                .add("clientId", CLIENT)
                .add("secret", SECRET)
                .add("publicClient", false)
                .add("standardFlowEnabled", false)
                .add("serviceAccountsEnabled", true)
                .add("directAccessGrantsEnabled", true)
                .build();
    }

    private static jakarta.json.JsonObjectBuilder user(String name, String address) {
        return Json.createObjectBuilder()
                .add("username", name)
                .add("email", address)
                .add("emailVerified", true)
                .add("firstName", "Mail")
                .add("lastName", "Box")
                .add("enabled", true);
    }

    String tokenAddress() {
        return stack.keycloakUrl() + "/realms/" + Stack.MAIL_REALM + "/protocol/openid-connect/token";
    }

    /** Of the owner. */
    String refreshToken() {
        return form(
                        tokenAddress(),
                        "grant_type=password&client_id=" + CLIENT + "&client_secret=" + SECRET + "&username=" + OWNER
                                + "&password=" + DemoAccount.PASSWORD + "&scope=" + Browser.encode(SCOPE))
                .getString("refresh_token");
    }

    /** From now on access tokens end after so many seconds. */
    void shorten(int seconds) {
        admin().with("Content-Type", "application/json")
                .send(
                        "PUT",
                        "",
                        BodyPublishers.ofString(Json.createObjectBuilder()
                                .add("accessTokenLifespan", seconds)
                                .build()
                                .toString()))
                .require(204);
    }

    /** Whatever was given until now counts no more: access tokens, and refresh tokens. */
    void withdraw() {
        admin().post("/logout-all").require(200);
    }

    private Api admin() {
        return keycloak("/admin/realms/" + Stack.MAIL_REALM);
    }

    private Api keycloak(String path) {
        var token = form(
                        stack.keycloakUrl() + "/realms/master/protocol/openid-connect/token",
                        "grant_type=password&client_id=admin-cli&username=admin&password="
                                + Browser.encode(stack.keycloakAdminPassword()))
                .getString("access_token");
        return new Api(stack.keycloakUrl() + path, () -> Optional.of(token));
    }

    private static JsonObject form(String address, String form) {
        return new Api(address, Optional::empty)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "", BodyPublishers.ofString(form))
                .require(200)
                .object();
    }

    @Override
    public void close() {
        admin().send("DELETE", "", BodyPublishers.noBody()).require(204);
    }
}
