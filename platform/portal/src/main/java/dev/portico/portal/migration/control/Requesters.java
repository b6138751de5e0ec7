package dev.portico.portal.migration.control;

import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Profile;
import dev.portico.portal.account.entity.Organization;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who the requesters of another tenant are in the current one: whoever has the same e-mail address, or else an account
 * that waits for the first login with that address.
 */
@ApplicationScoped
public class Requesters {
    @Inject
    AccountStore accounts;

    /** @return by the e-mail address in lower case */
    public Map<String, Account> of(List<Parcel> parcels, Instant now) {
        // In one order for all, organizations first, as at a login: each is locked until the commit.
        parcels.stream()
                .flatMap(parcel -> parcel.organization().stream())
                .sorted(Comparator.comparing(Organization::id))
                .forEach(this::here);
        var people = new TreeMap<String, Parcel>();
        parcels.forEach(parcel -> people.putIfAbsent(address(parcel), parcel));
        var found = new HashMap<String, Account>();
        people.forEach((address, parcel) -> found.put(address, known(address).orElseGet(() -> unclaimed(parcel, now))));
        accounts.flush();
        return found;
    }

    public static String address(Parcel parcel) {
        return parcel.requester().email().toLowerCase(Locale.ROOT);
    }

    private Optional<Account> known(String address) {
        accounts.lockAddress(address);
        return accounts.byAddress(address).stream().findFirst();
    }

    private Account unclaimed(Parcel parcel, Instant now) {
        var person = parcel.requester();
        var profile = Profile.of(person.name(), person.email(), false, organization(parcel));
        var account = Account.unclaimed("unclaimed-" + UUID.randomUUID(), profile, person.preferences(), now);
        accounts.add(account);
        return account;
    }

    /**
     * The id of the organization here, which is made where there is none. Ids are each tenant's own: one of another name is
     * another organization.
     */
    public Optional<String> organization(Parcel parcel) {
        return parcel.organization().flatMap(there -> Optional.of(here(there))
                .filter(here -> here.name().equals(there.name()))
                .map(Organization::id));
    }

    private Organization here(Organization there) {
        return accounts.organization(there.id()).orElseGet(() -> made(there));
    }

    /** Whether the id is another organization's here. */
    public boolean stranger(String id, String name) {
        return accounts.organization(id)
                .filter(here -> !here.name().equals(name))
                .isPresent();
    }

    private Organization made(Organization there) {
        accounts.lockOrganization(there.id());
        return accounts.organization(there.id()).orElseGet(() -> {
            var organization = new Organization(there.id(), there.name(), Instant.now());
            accounts.add(organization);
            return organization;
        });
    }
}
