package dev.portico.portal.realm.control;

import dev.portico.keycloak.RealmAccount;
import dev.portico.keycloak.RealmAccountState;
import dev.portico.portal.account.control.Introduction;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Profile;
import dev.portico.portal.realm.entity.DueAccount;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person in the portal's words and in the realm's. */
public final class RealmPerson {
    /** The attribute in which the realm keeps the portal's key. */
    public static final String KEY = "porticoAccount";

    private RealmPerson() {}

    /**
     * What the realm shall hold.
     *
     * @param known what it holds; nothing where the account is to be made
     */
    public static RealmAccountState state(DueAccount account, Optional<RealmAccount> known) {
        var profile = account.profile();
        var names = names(profile, known);
        return new RealmAccountState(
                username(profile.email(), known),
                profile.email(),
                profile.emailVerified(),
                names.given(),
                names.family(),
                enabled(account, known),
                Map.of(
                        KEY,
                        account.subject(),
                        "organization",
                        profile.organizationId().orElse(""),
                        "organizationName",
                        account.organizationName(),
                        "locale",
                        account.language().toLanguageTag(),
                        "zoneinfo",
                        account.zone().getId()));
    }

    /** Whom somebody has disabled at Keycloak, nothing but a decision here lets in again: the watch is about to tell of it. */
    private static boolean enabled(DueAccount account, Optional<RealmAccount> known) {
        return account.enabled()
                && (account.enabling() || known.map(RealmAccount::enabled).orElse(true));
    }

    /** People log in with their address. Who has another user name keeps it, and can use either. */
    private static String username(String email, Optional<RealmAccount> known) {
        return known.filter(account -> !account.username().equalsIgnoreCase(account.email()))
                .map(RealmAccount::username)
                .orElse(email.toLowerCase(Locale.ROOT));
    }

    private record Names(String given, String family) {}

    /** The realm may know the parts of a name of which only the whole is known here. */
    private static Names names(Profile profile, Optional<RealmAccount> known) {
        if (!profile.givenName().isEmpty() || !profile.familyName().isEmpty()) {
            return new Names(profile.givenName(), profile.familyName());
        }
        return known.filter(account -> name(account).equals(profile.name()))
                .map(account -> new Names(account.givenName(), account.familyName()))
                .orElse(new Names(profile.name(), ""));
    }

    private static String name(RealmAccount account) {
        return Stream.of(account.givenName(), account.familyName())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Whom the realm knows, in the words of a login. */
    public static Introduction introduction(RealmAccount realm) {
        var name = name(realm);
        var profile = new Profile(
                name.isEmpty() ? realm.username() : name,
                realm.givenName(),
                realm.familyName(),
                realm.email(),
                realm.emailVerified(),
                said(realm, "organization"));
        return new Introduction(
                realm.subject(),
                profile,
                said(realm, "organizationName"),
                said(realm, "locale"),
                said(realm, "zoneinfo"));
    }

    private static Optional<String> said(RealmAccount realm, String attribute) {
        return Optional.of(realm.attribute(attribute)).filter(value -> !value.isEmpty());
    }

    /** What the account is by the realm's word; the organization is the portal's alone to decide. */
    public static Profile profile(RealmAccount realm, Account account) {
        var before = account.profile();
        var name = name(realm);
        var sameAddress = realm.email().isEmpty() || realm.email().equalsIgnoreCase(before.email());
        return new Profile(
                name.isEmpty() ? before.name() : name,
                realm.givenName(),
                realm.familyName(),
                sameAddress ? before.email() : realm.email(),
                realm.emailVerified(),
                before.organizationId());
    }
}
