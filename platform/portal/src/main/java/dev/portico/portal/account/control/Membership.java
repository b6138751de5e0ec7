package dev.portico.portal.account.control;

import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.account.entity.Account.Preferences;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person is and may do in a tenant at the moment.
 *
 * @param subject the portal's key
 * @param organization id
 * @param termsVersion the newest of the terms that the person has accepted; 0 for none
 * @param delegatedUntil nobody's tickets are delegated to this person beyond then
 * @param takesPart whether the person may take part in another's ticket
 */
public record Membership(
        String subject,
        String name,
        String email,
        Optional<String> organization,
        Grants grants,
        Optional<Instant> delegatedUntil,
        boolean takesPart,
        Preferences preferences,
        int termsVersion) {

    public static Membership of(Account account) {
        return new Membership(
                account.subject(),
                account.name(),
                account.email(),
                account.organizationId(),
                account.grants(),
                account.delegatedUntil(),
                account.takesPart(),
                account.preferences(),
                account.termsVersion());
    }

    /** After the person has chosen otherwise. */
    public Membership with(Preferences chosen) {
        return new Membership(
                subject, name, email, organization, grants, delegatedUntil, takesPart, chosen, termsVersion);
    }
}
