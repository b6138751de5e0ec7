package dev.portico.portal.registration.entity;

import dev.portico.i18n.LookAlikes;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Who wants an account, as they say.
 *
 * @param email in lower case
 * @param displayName by which others will know them
 * @param terms version that they have accepted, where there was one
 * @param returnTo path and query of the page to show in the end; empty for the first one after a login
 */
public record Applicant(
        String givenName,
        String familyName,
        String email,
        String displayName,
        Locale language,
        ZoneId zone,
        Optional<Integer> terms,
        String returnTo) {

    public LookAlikes.Keys displayKeys() {
        return LookAlikes.keys(displayName);
    }

    public String name() {
        return (givenName + " " + familyName).strip();
    }

    public String domain() {
        return email.substring(email.lastIndexOf('@') + 1);
    }
}
