package dev.portico.launcher.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The realms of the demo set, rendered for Keycloak's import from one template and one list of accounts. */
public final class DemoRealms {
    private static final String STAFF = "staff";
    private static final String PROFILE_PROVIDER = "org.keycloak.userprofile.UserProfileProvider";
    private static final String PROFILE = "kc.user.profile.config";
    private static final List<String> CUSTOMER_ROLES = List.of("customer");

    private final JsonObject template = resource("realm.json");
    private final JsonObject realms = resource("demo-realms.json");

    public Set<String> names() {
        return realms.keySet();
    }

    public List<String> tenants() {
        return names().stream().filter(name -> !name.equals(STAFF)).toList();
    }

    public List<DemoAccount> accounts() {
        return names().stream().flatMap(this::accounts).toList();
    }

    private Stream<DemoAccount> accounts(String realm) {
        return realms.getJsonObject(realm).getJsonArray("accounts").getValuesAs(JsonObject.class).stream()
                .map(account -> new DemoAccount(
                        realm,
                        account.getString("account"),
                        names(account),
                        account.getString("firstName"),
                        account.getString("lastName"),
                        account.getString("organization"),
                        account.getString("organizationName"),
                        account.getString("locale"),
                        account.getString("zoneinfo")));
    }

    /** A realm as Keycloak imports it. */
    public JsonObject render(String realm, RealmAddresses addresses, RealmSecrets secrets) {
        var own = realms.getJsonObject(realm);
        var words = Map.of(
                "realm", realm,
                "name", own.getString("name"),
                "portal", addresses.portal(),
                "smtpHost", addresses.smtpHost(),
                "smtpPort", addresses.smtpPort(),
                "clientSecret", secrets.portal(),
                "accountsSecret", secrets.accounts());
        var filled = fill(template, words).asJsonObject();
        return Json.createObjectBuilder(filled)
                .add("clients", clientsWithClaims(filled))
                .add("roles", roles(own))
                .add("users", users(realm, filled))
                .add("components", userProfile())
                .build();
    }

    /** A token of the service account is not meant for the portal: it must not open its API. */
    private static JsonValue clientsWithClaims(JsonObject realm) {
        var clients = Json.createArrayBuilder();
        for (var client : realm.getJsonArray("clients").getValuesAs(JsonObject.class)) {
            clients.add(
                    client.getBoolean("serviceAccountsEnabled", false)
                            ? Json.createObjectBuilder(client)
                            : Json.createObjectBuilder(client).add("protocolMappers", Claims.mappers()));
        }
        return clients.build();
    }

    private static JsonValue roles(JsonObject own) {
        var roles = Json.createArrayBuilder();
        names(own).forEach(name -> roles.add(Json.createObjectBuilder().add("name", name)));
        return Json.createObjectBuilder().add("realm", roles).build();
    }

    /** The roles that a realm or an account has. */
    private static List<String> names(JsonObject of) {
        return of.containsKey("roles") ? of.getJsonArray("roles").getValuesAs(JsonString::getString) : CUSTOMER_ROLES;
    }

    private JsonValue users(String realm, JsonObject filled) {
        var users = Json.createArrayBuilder(filled.getJsonArray("users"));
        accounts(realm).forEach(account -> users.add(user(account)));
        return users.build();
    }

    private JsonObject user(DemoAccount account) {
        var attributes = Json.createObjectBuilder()
                .add("organization", list(account.organization()))
                .add("organizationName", list(account.organizationName()))
                .add("locale", list(account.locale()))
                .add("zoneinfo", list(account.zoneinfo()));
        if (account.realm().equals(STAFF)) {
            attributes.add("tenants", Json.createArrayBuilder(tenants()));
        }
        return Json.createObjectBuilder()
                .add("username", account.account())
                .add("email", account.email())
                .add("emailVerified", true)
                .add("enabled", true)
                .add("firstName", account.firstName())
                .add("lastName", account.lastName())
                .add("realmRoles", Json.createArrayBuilder(account.roles()))
                .add("attributes", attributes)
                .add(
                        "credentials",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "password")
                                        .add("value", DemoAccount.PASSWORD)
                                        .add("temporary", false)))
                .build();
    }

    /** What a rendered realm declares of its accounts, as text. */
    static String userProfile(JsonObject rendered) {
        return rendered.getJsonObject("components")
                .getJsonArray(PROFILE_PROVIDER)
                .getJsonObject(0)
                .getJsonObject("config")
                .getJsonArray(PROFILE)
                .getString(0);
    }

    /** Attributes that a realm's profile does not declare are dropped without a word. */
    private static JsonObject userProfile() {
        var profile = resource("user-profile.json").toString();
        return Json.createObjectBuilder()
                .add(
                        PROFILE_PROVIDER,
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("providerId", "declarative-user-profile")
                                        .add(
                                                "config",
                                                Json.createObjectBuilder().add(PROFILE, list(profile)))))
                .build();
    }

    private static JsonValue list(String value) {
        return Json.createArrayBuilder().add(value).build();
    }

    /** Puts words into the tree and not into its text, so that no word can break it. */
    private static JsonValue fill(JsonValue value, Map<String, String> words) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                var filled = Json.createObjectBuilder();
                value.asJsonObject().forEach((name, member) -> filled.add(name, fill(member, words)));
                yield filled.build();
            }
            case ARRAY -> {
                var filled = new ArrayList<JsonValue>();
                value.asJsonArray().forEach(member -> filled.add(fill(member, words)));
                yield Json.createArrayBuilder(filled).build();
            }
            case STRING -> Json.createValue(fill(((JsonString) value).getString(), words));
            default -> value;
        };
    }

    private static String fill(String text, Map<String, String> words) {
        var filled = text;
        for (var word : words.entrySet()) {
            filled = filled.replace("${" + word.getKey() + "}", word.getValue());
        }
        return filled;
    }

    private static JsonObject resource(String name) {
        var source = Objects.requireNonNull(DemoRealms.class.getResourceAsStream(name), name);
        try (var reader = Json.createReader(source)) {
            return reader.readObject();
        }
    }
}
