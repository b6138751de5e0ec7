package dev.portico.portal.plugin.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The secrets of a tenant's plugin by setting, as they are stored. Immutable. */
public final class SealedSecrets {
    private static final String SEALED = "sealed";
    private static final String SINCE = "since";

    private final Map<String, Sealed> secrets;

    /** @param since version of the settings that it came with */
    private record Sealed(String sealed, long since) {}

    private SealedSecrets(Map<String, Sealed> secrets) {
        this.secrets = secrets;
    }

    /** @param json as {@link #toString} writes it */
    public static SealedSecrets read(String json) {
        var secrets = new TreeMap<String, Sealed>();
        try (var reader = Json.createReader(new StringReader(json))) {
            var object = reader.readObject();
            object.keySet().forEach(id -> secrets.put(id, sealed(object.getJsonObject(id))));
        }
        return new SealedSecrets(secrets);
    }

    private static Sealed sealed(JsonObject secret) {
        return new Sealed(secret.getString(SEALED), secret.getJsonNumber(SINCE).longValue());
    }

    public SealedSecrets with(String id, String sealed, long since) {
        var next = new TreeMap<>(secrets);
        next.put(id, new Sealed(sealed, since));
        return new SealedSecrets(next);
    }

    public SealedSecrets without(String id) {
        var next = new TreeMap<>(secrets);
        next.remove(id);
        return new SealedSecrets(next);
    }

    public Set<String> ids() {
        return Set.copyOf(secrets.keySet());
    }

    public Optional<String> sealed(String id) {
        return Optional.ofNullable(secrets.get(id)).map(Sealed::sealed);
    }

    /** The same secret in another seal. */
    public SealedSecrets resealed(String id, String sealed) {
        return with(id, sealed, secrets.getOrDefault(id, new Sealed("", 0)).since());
    }

    /** JSON object of the version that each came with: what of secrets may be shown. */
    public JsonObject versions() {
        var versions = Json.createObjectBuilder();
        secrets.forEach((id, secret) -> versions.add(id, secret.since()));
        return versions.build();
    }

    @Override
    public String toString() {
        var object = Json.createObjectBuilder();
        secrets.forEach((id, secret) -> object.add(
                id, Json.createObjectBuilder().add(SEALED, secret.sealed()).add(SINCE, secret.since())));
        return object.build().toString();
    }
}
