package dev.portico.portal.contact.boundary;

import dev.portico.i18n.Languages;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.account.entity.Account.Profile;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.contact.control.Colleague;
import dev.portico.portal.contact.control.ContactStore;
import dev.portico.portal.contact.control.DelegationStore;
import dev.portico.portal.contact.entity.Delegation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** People of organizations, without a database. */
final class Company {
    static final ZoneId ZONE = ZoneId.of("Pacific/Auckland");

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final List<Delegation> delegations = new ArrayList<>();
    private final List<String> recorded = new ArrayList<>();

    void add(String subject, String organization, Grants grants) {
        var profile = Profile.of(subject, subject + "@example.com", true, Optional.of(organization));
        var preferences = new Preferences(Languages.ENGLISH, Languages.ENGLISH, ZONE, Notifications.ALL);
        var account = Account.ofRealm(subject, profile, preferences, Instant.EPOCH);
        account.grant(grants);
        accounts.put(subject, account);
    }

    Account account(String subject) {
        return Objects.requireNonNull(accounts.get(subject));
    }

    List<Delegation> delegations() {
        return delegations;
    }

    /** Action, object and the fields that changed. */
    List<String> recorded() {
        return recorded;
    }

    ContactStore contacts() {
        return new ContactStore() {
            @Override
            public List<Account> people(String organization, int first, int most) {
                return accounts.values().stream()
                        .filter(account -> account.organizationId().equals(Optional.of(organization)))
                        .toList();
            }

            @Override
            public List<Account> managers(String organization, int most) {
                return people(organization, 0, most).stream()
                        .filter(account -> account.enabled() && account.grants().contactManager())
                        .toList();
            }

            @Override
            public Optional<Account> take(String organization, String subject) {
                return Optional.ofNullable(accounts.get(subject))
                        .filter(account -> account.organizationId().equals(Optional.of(organization)));
            }

            @Override
            public void lock(String organization) {}

            @Override
            public void flush() {}
        };
    }

    DelegationStore delegationStore() {
        return new DelegationStore() {
            @Override
            public Optional<Delegation> find(String from, String to) {
                return delegations.stream()
                        .filter(each -> each.fromSubject().equals(from)
                                && each.toSubject().equals(to))
                        .findFirst();
            }

            @Override
            public List<Colleague> delegates(String from, String organization, Instant now) {
                return List.of();
            }

            @Override
            public List<Colleague> delegators(String to, String organization, Instant now) {
                return List.of();
            }

            @Override
            public void add(Delegation delegation) {
                delegations.add(delegation);
            }

            @Override
            public void remove(Delegation delegation) {
                delegations.remove(delegation);
            }
        };
    }

    Audit audit() {
        return new Audit() {
            @Override
            public void record(AuditAction action, String objectId, Optional<String> digest, List<Change> changes) {
                recorded.add(action.code() + " " + objectId + " "
                        + changes.stream().map(Change::field).collect(Collectors.joining(", ")));
            }
        };
    }
}
