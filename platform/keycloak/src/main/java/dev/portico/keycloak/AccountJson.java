package dev.portico.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keycloak's documents about one person, read and written. */
record AccountJson(JsonObject document) {

    RealmAccount account(AdminAnswer answer) {
        return new RealmAccount(
                id(answer),
                text("username"),
                text("email"),
                document.getBoolean("emailVerified", false),
                text("firstName"),
                text("lastName"),
                document.getBoolean("enabled", false),
                attributes(),
                moment("createdTimestamp"));
    }

    RealmSession session(AdminAnswer answer) {
        var clients = object("clients").values().stream()
                .flatMap(AccountJson::texts)
                .sorted()
                .toList();
        return new RealmSession(id(answer), moment("start"), moment("lastAccess"), text("ipAddress"), clients);
    }

    SecondFactor secondFactor(AdminAnswer answer) {
        return new SecondFactor(id(answer), text("type"), text("userLabel"), moment("createdDate"));
    }

    String text(String name) {
        return document.getString(name, "");
    }

    Map<String, List<String>> attributes() {
        return object("attributes").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> texts(entry.getValue()).toList()));
    }

    /** Keycloak takes what stands here for all attributes that there are, and leaves alone what it does not name. */
    static JsonObject write(RealmAccountState state, Map<String, List<String>> known) {
        var attributes = new TreeMap<>(known);
        state.attributes().forEach((name, value) -> {
            if (value.isEmpty()) {
                attributes.remove(name);
            } else {
                attributes.put(name, List.of(value));
            }
        });
        return Json.createObjectBuilder()
                .add("username", state.username())
                .add("email", state.email())
                .add("emailVerified", state.emailVerified())
                .add("firstName", state.givenName())
                .add("lastName", state.familyName())
                .add("enabled", state.enabled())
                .add("attributes", Json.createObjectBuilder(Map.copyOf(attributes)))
                .build();
    }

    /** When the event happened, in milliseconds of Keycloak's clock. */
    Instant moment(String name) {
        return Instant.ofEpochMilli(document.get(name) instanceof JsonNumber number ? number.longValue() : 0);
    }

    private JsonObject object(String name) {
        return document.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private String id(AdminAnswer answer) {
        return Optional.of(text("id")).filter(id -> !id.isEmpty()).orElseThrow(answer::malformed);
    }

    private static Stream<String> texts(JsonValue value) {
        var values = value instanceof JsonArray array ? array : List.of(value);
        return values.stream().filter(JsonString.class::isInstance).map(text -> ((JsonString) text).getString());
    }
}
