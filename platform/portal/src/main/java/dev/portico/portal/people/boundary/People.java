package dev.portico.portal.people.boundary;

import dev.portico.i18n.LocaleNegotiation;
import dev.portico.portal.account.control.AccountDue;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.control.AddressEntered;
import dev.portico.portal.account.control.InvitationDue;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.mail.control.UndeliverableStore;
import dev.portico.portal.mail.control.UndeliverableStore.Mark;
import dev.portico.portal.people.control.PeopleQuery;
import dev.portico.portal.people.control.PeopleStore;
import dev.portico.portal.people.control.PersonForm;
import dev.portico.portal.people.control.PersonRow;
import dev.portico.portal.people.control.PersonRules;
import dev.portico.portal.people.control.Portion;
import dev.portico.portal.people.control.Shown;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The people of the current tenant, as its CSMs decide about them (G2). Keycloak hears of it after the commit. */
@ApplicationScoped
@Transactional
public class People {
    @Inject
    PeopleStore store;

    @Inject
    AccountStore accounts;

    @Inject
    TenantContext tenants;

    @Inject
    UndeliverableStore undeliverable;

    @Inject
    CurrentUser user;

    @Inject
    Audit audit;

    @Inject
    Event<AccountDue> due;

    @Inject
    Event<InvitationDue> invitation;

    @Inject
    Event<AddressEntered> entered;

    private final LocaleNegotiation negotiation = new LocaleNegotiation();

    public Portion<PersonRow> portion(PeopleQuery query) {
        user.require(Access.CSM);
        return store.portion(query);
    }

    public Optional<Account> find(String subject) {
        user.require(Access.CSM);
        return accounts.find(subject).filter(account -> !account.erased());
    }

    /** Since when mails do not reach the person; empty where they do. */
    public Optional<Mark> undeliverable(String subject) {
        user.require(Access.CSM);
        return undeliverable.ofPerson(subject);
    }

    /** Mails go to the person's address again, until one comes back. */
    public void reachable(String subject) {
        user.require(Access.CSM);
        var account = locked(subject);
        if (undeliverable.clear(account.email())) {
            audit.record(AuditAction.PERSON_REACHABLE, subject, Optional.empty(), List.of());
        }
    }

    /** Whoever has that address already. */
    public Optional<Account> holder(String email) {
        user.require(Access.CSM);
        return store.holders(email.strip()).stream().findFirst();
    }

    /**
     * The person is invited as soon as Keycloak has the account.
     *
     * @return the new account's key
     * @throws PortalException invalid, with every problem at its field
     */
    public String create(PersonForm form) {
        user.require(Access.CSM);
        var checked = check(form, Optional.empty());
        accounts.lockAddress(checked.email());
        requireFree(checked.email(), Optional.empty());
        var now = Instant.now();
        var format = negotiation.formatLocale("", checked.language());
        var account = Account.provisioned(
                UUID.randomUUID().toString(),
                checked.profile(false),
                form.grants(),
                checked.preferences(format, Notifications.ALL),
                now);
        accounts.add(account);
        done(
                AuditAction.PERSON_CREATED,
                account,
                Shown.changes(Map.of(), PersonForm.of(account).fields()));
        return account.subject();
    }

    /**
     * The address of somebody who has come in already stays until they have confirmed the other one.
     *
     * @param shown digest of what the form showed before it was filled in
     * @throws PortalException invalid, with every problem at its field; outdated, with what stands at each by now
     */
    public void change(String subject, PersonForm form, String shown) {
        user.require(Access.CSM);
        var account = locked(subject);
        var before = PersonForm.of(account);
        if (!before.digest().equals(shown)) {
            throw meanwhile(before, form);
        }
        var checked = check(form, Optional.of(account));
        var moved = !checked.email().equalsIgnoreCase(account.email());
        if (moved) {
            accounts.lockAddress(checked.email());
            requireFree(checked.email(), Optional.of(subject));
        }
        var changes = Shown.changes(before.fields(), checked.form(form.grants()).fields());
        if (changes.isEmpty()) {
            return;
        }
        // Whoever has come in has something to lose by a slip of the pen: the address stays until they confirm the
        // other one.
        var asked = moved && account.joinedAt().isPresent();
        apply(
                account,
                asked ? checked.at(account.email()) : checked,
                (asked || !moved) && account.profile().emailVerified());
        account.grant(form.grants());
        done(asked ? AuditAction.PERSON_ADDRESS_ENTERED : AuditAction.PERSON_CHANGED, account, changes);
        if (asked) {
            entered.fire(new AddressEntered(account, checked.email()));
        } else if (moved && account.claimed()) {
            // What was sent to the other address must lead nowhere from now on.
            invitation.fire(new InvitationDue(account));
        }
    }

    /** What Keycloak need not hear of does not wait for it. */
    private static void apply(Account account, PersonRules.Checked checked, boolean verified) {
        var now = Instant.now();
        var profile = checked.profile(verified);
        if (!profile.equals(account.profile())) {
            account.change(profile, now);
        }
        var preferences = account.preferences();
        account.prefer(checked.preferences(preferences.format(), preferences.notifications()), now);
    }

    private PortalException meanwhile(PersonForm now, PersonForm entered) {
        var organization = accounts.organization(now.organization()).map(Organization::name);
        var words = organization.map(name -> Map.of("organization", name)).orElse(Map.of());
        return new PortalException(
                PortalException.Kind.OUTDATED,
                "people.outdated",
                Map.of(),
                Shown.conflicts(now.fields(), entered.fields(), words));
    }

    /** Ends whatever the person is doing, at the next click. */
    public void disable(String subject) {
        user.require(Access.CSM);
        var account = locked(subject);
        if (account.enabled()) {
            account.disable(Instant.now());
            done(AuditAction.PERSON_DISABLED, account, List.of());
        }
    }

    /** Whose account at Keycloak is gone gets another one, and is invited as soon as Keycloak has it. */
    public void enable(String subject) {
        user.require(Access.CSM);
        var account = locked(subject);
        if (!account.enabled()) {
            account.enable(Instant.now());
            done(AuditAction.PERSON_ENABLED, account, List.of());
        }
    }

    /** Again, too: what was sent before leads nowhere then. */
    public void invite(String subject) {
        user.require(Access.CSM);
        var account = locked(subject);
        if (!account.enabled() || account.joinedAt().isPresent()) {
            throw PortalException.conflict("people.problem.invite", Map.of());
        }
        audit.record(AuditAction.PERSON_INVITED, subject, Optional.empty(), List.of());
        if (account.claimed()) {
            invitation.fire(new InvitationDue(account));
        } else {
            account.change(account.profile(), Instant.now());
            due.fire(new AccountDue(tenants.require().id()));
        }
    }

    private PersonRules.Checked check(PersonForm form, Optional<Account> account) {
        var known = accounts.organization(form.organization()).map(Organization::id);
        return PersonRules.check(form, languages(account), known.map(Set::of).orElse(Set.of()));
    }

    /** Those of the tenant, and the one that the person has. */
    public List<Locale> languages(Optional<Account> account) {
        return Stream.concat(
                        tenants.require().languages().stream(),
                        account.stream().map(some -> some.preferences().language()))
                .distinct()
                .toList();
    }

    private void requireFree(String email, Optional<String> self) {
        store.holders(email).stream()
                .filter(holder -> !self.equals(Optional.of(holder.subject())))
                .findFirst()
                .ifPresent(holder -> {
                    throw PortalException.invalid(
                            new FieldProblem("email", "people.problem.address.taken", Map.of("name", holder.name())));
                });
    }

    private Account locked(String subject) {
        return accounts.take(subject).orElseThrow(PortalException::notFound);
    }

    private void done(AuditAction action, Account account, List<Change> changes) {
        audit.record(action, account.subject(), Optional.empty(), changes);
        due.fire(new AccountDue(tenants.require().id()));
    }
}
