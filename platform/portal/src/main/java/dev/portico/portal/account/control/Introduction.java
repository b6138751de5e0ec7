package dev.portico.portal.account.control;

import dev.portico.keycloak.Identity;
import dev.portico.portal.account.entity.Account.Profile;
import java.util.Optional;

/**
 * What the realm says of somebody whom the portal may not know yet.
 *
 * @param subject the realm's
 * @param locale a BCP 47 tag, not checked
 * @param zone a time zone id, not checked
 */
public record Introduction(
        String subject,
        Profile profile,
        Optional<String> organizationName,
        Optional<String> locale,
        Optional<String> zone) {

    public static Introduction of(Identity identity) {
        var profile = new Profile(
                identity.name(),
                identity.givenName().orElse(""),
                identity.familyName().orElse(""),
                identity.email(),
                identity.emailVerified(),
                identity.organization());
        return new Introduction(
                identity.subject(), profile, identity.organizationName(), identity.locale(), identity.zone());
    }
}
