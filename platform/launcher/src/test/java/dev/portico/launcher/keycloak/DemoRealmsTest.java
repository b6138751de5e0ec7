package dev.portico.launcher.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoRealmsTest {
    private final DemoRealms realms = new DemoRealms();

    private JsonObject render(String realm) {
        var rendered = realms.render(
                realm,
                new RealmAddresses("http://localhost:8080", "127.0.0.1", "8026"),
                new RealmSecrets("s\"e${realm}cret", "own"));
        try (var reader = Json.createReader(new StringReader(rendered.toString()))) {
            return reader.readObject();
        }
    }

    @Test
    void theDemoSetIsComplete() {
        assertThat(realms.names()).containsExactly("harmony", "bmc", "app-builder", "legacy", "data-loader", "staff");
        assertThat(realms.accounts())
                .extracting(account -> account.realm() + " " + account.email() + " " + account.locale())
                .containsExactly(
                        "harmony acme-es@acme.example es",
                        "harmony acme-en@acme.example en",
                        "harmony globex-en@globex.example en",
                        "bmc initech-en@initech.example en",
                        "bmc initech-es@initech.example es",
                        "app-builder hooli-en@hooli.example en",
                        "app-builder hooli-es@hooli.example es",
                        "legacy umbrella-en@umbrella.example en",
                        "legacy umbrella-es@umbrella.example es",
                        "staff agent@portico.example en",
                        "staff csm@portico.example en",
                        "staff admin@portico.example en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"harmony", "bmc", "app-builder", "legacy", "data-loader", "staff"})
    void everyRealmKnowsItsOwnAddressesOnly(String realm) {
        var rendered = render(realm);
        var portal = rendered.getJsonArray("clients").getJsonObject(0);

        assertThat(rendered.getString("realm")).isEqualTo(realm);
        assertThat(portal.getString("clientId")).isEqualTo("portico");
        assertThat(portal.getJsonArray("redirectUris").getValuesAs(JsonString::getString))
                .containsExactly("http://localhost:8080/" + realm + "/*");
        assertThat(portal.getJsonObject("attributes").getString("backchannel.logout.url"))
                .isEqualTo("http://localhost:8080/" + realm + "/login/backchannel-logout");
        assertThat(portal.getJsonObject("attributes").getString("pkce.code.challenge.method"))
                .isEqualTo("S256");
        assertThat(rendered.getJsonObject("smtpServer").getString("port")).isEqualTo("8026");
        assertThat(rendered.getInt("accessTokenLifespan")).isEqualTo(120);
        assertThat(rendered.getBoolean("bruteForceProtected")).isTrue();
        assertThat(rendered.getBoolean("registrationAllowed")).isFalse();
        assertThat(rendered.getString("passwordPolicy")).startsWith("length(12)");
        assertThat(rendered.getBoolean("adminEventsEnabled")).isTrue();
        assertThat(rendered.toString()).doesNotContain("${portal}", "${smtp}", "${name}", "${accountsSecret}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"harmony", "staff"})
    void theServiceAccountMayDoNothingButAdministerAccounts(String realm) {
        var rendered = render(realm);
        var client = rendered.getJsonArray("clients").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("clientId").equals("portico-accounts"))
                .findFirst()
                .orElseThrow();
        assertThat(client.getString("secret")).isEqualTo("own");
        assertThat(client.getBoolean("standardFlowEnabled")).isFalse();
        assertThat(client.getBoolean("directAccessGrantsEnabled")).isFalse();
        assertThat(client).as("no audience: its tokens are not for the portal").doesNotContainKey("protocolMappers");
        assertThat(user(realm, "service-account-portico-accounts").getJsonObject("clientRoles"))
                .hasToString("{\"realm-management\":[\"manage-users\",\"view-events\"]}");
    }

    @Test
    void customersHaveTheirOrganizationAndStaffTheirTenants() {
        assertThat(attribute(user("harmony", "acme-es"), "organizationName")).containsExactly("Acme");
        assertThat(attribute(user("harmony", "acme-es"), "zoneinfo")).containsExactly("America/Mexico_City");
        assertThat(user("harmony", "acme-es").getJsonObject("attributes")).doesNotContainKey("tenants");
        assertThat(attribute(user("staff", "agent"), "tenants"))
                .containsExactly("harmony", "bmc", "app-builder", "legacy", "data-loader");
        assertThat(user("staff", "admin").getJsonArray("realmRoles").getValuesAs(JsonString::getString))
                .containsExactly("admin", "platform-admin");
        assertThat(user("bmc", "initech-en").getJsonArray("realmRoles").getValuesAs(JsonString::getString))
                .containsExactly("customer");
    }

    @Test
    void everyAttributeOfAnAccountIsDeclaredInTheProfile() {
        var profile = DemoRealms.userProfile(render("staff"));
        try (var reader = Json.createReader(new StringReader(profile))) {
            var declared = reader.readObject().getJsonArray("attributes").getValuesAs(JsonObject.class).stream()
                    .map(attribute -> attribute.getString("name"))
                    .toList();
            assertThat(declared)
                    .containsAll(
                            user("staff", "agent").getJsonObject("attributes").keySet());
        }
    }

    private JsonObject user(String realm, String account) {
        return render(realm).getJsonArray("users").getValuesAs(JsonObject.class).stream()
                .filter(user -> user.getString("username").equals(account))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> attribute(JsonObject user, String name) {
        return user.getJsonObject("attributes").getJsonArray(name).getValuesAs(JsonString::getString);
    }
}
