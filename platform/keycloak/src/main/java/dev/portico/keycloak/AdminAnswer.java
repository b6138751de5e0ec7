package dev.portico.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Keycloak's administration interface says. */
record AdminAnswer(String realm, int status, String body, Optional<String> location) {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    /** @throws LoginUnavailableException where this is no answer to the question */
    AdminAnswer checked() {
        if (status / 100 == 2 || Set.of(BAD_REQUEST, NOT_FOUND, CONFLICT).contains(status)) {
            if (status == NOT_FOUND && !isAboutTheResource()) {
                throw unexpected();
            }
            return this;
        }
        throw unexpected();
    }

    /** A realm that is gone, or a server in between, says 404 as well: nobody is gone because of that. */
    private boolean isAboutTheResource() {
        return !body.isEmpty() && !object().getString("error", "Realm").startsWith("Realm");
    }

    boolean isAbsent() {
        return status == NOT_FOUND;
    }

    boolean isConflict() {
        return status == CONFLICT;
    }

    boolean isRefused() {
        return status == BAD_REQUEST;
    }

    /** This one, where it says yes. */
    AdminAnswer required() {
        if (status / 100 != 2) {
            throw unexpected();
        }
        return this;
    }

    JsonObject object() {
        if (parsed() instanceof JsonObject object) {
            return object;
        }
        throw malformed();
    }

    List<JsonObject> objects() {
        if (parsed().getValueType() == JsonValue.ValueType.ARRAY
                && parsed().asJsonArray().stream().allMatch(JsonObject.class::isInstance)) {
            return parsed().asJsonArray().getValuesAs(JsonObject.class);
        }
        throw malformed();
    }

    private JsonValue parsed() {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw new LoginUnavailableException(realm, "malformed answer of the administration", e);
        }
    }

    LoginUnavailableException malformed() {
        return new LoginUnavailableException(realm, "malformed answer of the administration");
    }

    private LoginUnavailableException unexpected() {
        return new LoginUnavailableException(realm, "answer " + status + " of the administration");
    }
}
