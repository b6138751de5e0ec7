package dev.portico.portal.people.control;

/** How far somebody has come in. */
public enum PersonState {
    KNOWN,
    WAITING,
    INVITED,
    ACTIVE,
    DISABLED;

    /**
     * @param joined whether they have come in once
     * @param claimed whether Keycloak has them
     * @param due whether Keycloak has yet to hear something
     */
    public static PersonState of(boolean enabled, boolean joined, boolean claimed, boolean due) {
        if (!enabled) {
            return DISABLED;
        }
        if (joined) {
            return ACTIVE;
        }
        return claimed ? INVITED : due ? WAITING : KNOWN;
    }
}
