package dev.portico.portal.realm.entity;

import dev.portico.portal.account.entity.Account.Profile;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * What a realm is to hold of an account, as it was when the account was claimed.
 *
 * @param subject the portal's key
 * @param realmSubject Keycloak's; nothing where it does not know the person
 * @param tried whether Keycloak may have been told before without anybody having learned of it
 * @param organizationName empty where there is no organization
 * @param enabling whether somebody here has decided that the person may come in again
 * @param endSessions whether what the person is doing has to end
 */
public record DueAccount(
        String subject,
        Optional<String> realmSubject,
        long version,
        boolean tried,
        Profile profile,
        String organizationName,
        Locale language,
        ZoneId zone,
        boolean enabled,
        boolean enabling,
        boolean endSessions) {}
