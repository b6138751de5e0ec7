package dev.portico.portal.realm.entity;

import java.util.Arrays;

/** Why the realm does not hold what the portal does. An account keeps its name, perhaps with a detail behind it. */
public enum RealmProblem {
    /** Keycloak does not answer; it is told as soon as it does. */
    UNAVAILABLE("realm.problem.unavailable"),
    /** Somebody else at Keycloak has the address. */
    EXISTS("realm.problem.exists"),
    /** Keycloak's rules do not allow it; the detail names the field. */
    REFUSED("realm.problem.refused"),
    /** Somebody has removed the account at Keycloak, and so it is disabled here. */
    GONE("realm.problem.gone"),
    /** A fault of the portal's own; the log says which. */
    UNEXPECTED("realm.problem.unexpected");

    private final String key;

    RealmProblem(String key) {
        this.key = key;
    }

    /** Of the message. */
    public String key() {
        return key;
    }

    /** As an account keeps it. */
    public String with(String detail) {
        return detail.isEmpty() ? name() : name() + " " + detail;
    }

    public static RealmProblem of(String kept) {
        return Arrays.stream(values())
                .filter(problem -> kept.startsWith(problem.name()))
                .findFirst()
                .orElse(UNAVAILABLE);
    }
}
