package dev.portico.keycloak;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The realms of one Keycloak, one for each tenant and one for staff. A realm's addresses and keys are fetched
 * when they are first needed and kept. Callers pass names of realms that belong to known tenants only.
 * Thread-safe; one for the whole portal.
 */
public final class RealmDirectory {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private final KeycloakSettings settings;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Realm> realms = new ConcurrentHashMap<>();

    public RealmDirectory(KeycloakSettings settings) {
        this(settings, InstantSource.system());
    }

    RealmDirectory(KeycloakSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The issuer that a realm of this name has; nothing is fetched. */
    public String issuer(String realm) {
        if (!NAME.matcher(realm).matches()) {
            throw new IllegalArgumentException("Not the name of a realm");
        }
        return settings.serverUrl() + "/realms/" + realm;
    }

    /** Whether Keycloak has told about each realm that was asked for so far; nothing is fetched. */
    public Map<String, Boolean> known() {
        var known = new TreeMap<String, Boolean>();
        realms.forEach((name, realm) -> known.put(name, realm.isKnown()));
        return known;
    }

    /**
     * Makes Keycloak tell about this realm if it has not done so yet.
     *
     * @throws LoginUnavailableException where it does not
     */
    public void look(String realm) {
        var wanted = realm(realm);
        if (!wanted.isKnown()) {
            wanted.metadata();
        }
    }

    Realm realm(String name) {
        var issuer = issuer(name);
        return realms.computeIfAbsent(name, absent -> new Realm(name, issuer, settings, clock));
    }

    KeycloakSettings settings() {
        return settings;
    }

    InstantSource clock() {
        return clock;
    }
}
