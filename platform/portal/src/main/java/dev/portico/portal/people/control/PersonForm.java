package dev.portico.portal.people.control;

import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Grants;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is entered of a person, as it was typed.
 *
 * @param organization id; empty for none
 * @param language tag
 */
public record PersonForm(
        String givenName,
        String familyName,
        String email,
        String organization,
        String language,
        String zone,
        Grants grants) {

    public static PersonForm of(Account account) {
        var profile = account.profile();
        var preferences = account.preferences();
        var split = profile.givenName().isEmpty() && profile.familyName().isEmpty();
        var blank = profile.name().indexOf(' ');
        return new PersonForm(
                !split
                        ? profile.givenName()
                        : blank < 0 ? profile.name() : profile.name().substring(0, blank),
                !split ? profile.familyName() : blank < 0 ? "" : profile.name().substring(blank + 1),
                profile.email(),
                profile.organizationId().orElse(""),
                preferences.language().toLanguageTag(),
                preferences.zone().getId(),
                account.grants());
    }

    /** Each field under its name in the form. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("given-name", givenName);
        fields.put("family-name", familyName);
        fields.put("email", email);
        fields.put("organization", organization);
        fields.put("language", language);
        fields.put("zone", zone);
        fields.put("authorized", Boolean.toString(grants.authorized()));
        fields.put("sees-organization", Boolean.toString(grants.seesOrganization()));
        fields.put("contact-manager", Boolean.toString(grants.contactManager()));
        return fields;
    }

    /** The same as long as nobody has changed what the form shows; a login, which changes the record, leaves it. */
    public String digest() {
        return Shown.digest(fields());
    }
}
