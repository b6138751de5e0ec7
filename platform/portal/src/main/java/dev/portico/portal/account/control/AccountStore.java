package dev.portico.portal.account.control;

import dev.portico.i18n.LookAlikes;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
public class AccountStore {
    @Inject
    TenantEntities entities;

    public Optional<Account> find(String subject) {
        return Optional.ofNullable(entities.manager().find(Account.class, subject));
    }

    /** By their keys; those that are not there are left out. */
    public Map<String, Account> all(Collection<String> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : entities.manager()
                        .createQuery("select a from Account a where a.subject in :subjects", Account.class)
                        .setParameter("subjects", subjects)
                        .getResultStream()
                        .collect(Collectors.toMap(Account::subject, account -> account));
    }

    /** To be changed: whoever else does waits. */
    public Optional<Account> take(String subject) {
        return Optional.ofNullable(entities.manager().find(Account.class, subject, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Of whom Keycloak calls so, to be changed: whoever else does waits. */
    public Optional<Account> takeOfRealm(String realmSubject) {
        return query(realmSubject)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Of whom Keycloak calls so. */
    public Optional<Account> ofRealm(String realmSubject) {
        return query(realmSubject).getResultStream().findFirst();
    }

    private TypedQuery<Account> query(String realmSubject) {
        return entities.manager()
                .createQuery("select a from Account a where a.realmSubject = :subject", Account.class)
                .setParameter("subject", realmSubject);
    }

    /** Whether the realm once called somebody so whose account there is gone. */
    public boolean isFormer(String realmSubject) {
        return !entities.manager()
                .createQuery("select a.subject from Account a where a.formerRealmSubject = :subject", String.class)
                .setParameter("subject", realmSubject)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * A member of an organization, as the others may know them.
     *
     * @param seenAt of the last login
     */
    public record Member(String name, Instant seenAt) {}

    public List<Member> members(String organization, int most) {
        return entities.manager()
                .createQuery(
                        "select a from Account a where a.organizationId = :organization and a.seenAt is not null order by a.name, a.subject",
                        Account.class)
                .setParameter("organization", organization)
                .setMaxResults(most)
                .getResultStream()
                .map(account -> new Member(account.name(), account.seenAt().orElseThrow()))
                .toList();
    }

    /** Of several first calls of one person at once, the later ones wait here and find the record. */
    public void lock(String subject) {
        entities.lock("account " + subject);
    }

    /** Those who look for the accounts of an address, to make one or to claim one, come one after the other. */
    public void lockAddress(String email) {
        entities.lock("address " + email.toLowerCase(Locale.ROOT));
    }

    /** Whether an account waits for whoever has the address. */
    public boolean hasUnclaimed(String email) {
        return !entities.manager()
                .createQuery(
                        "select a.subject from Account a where lower(a.email) = :email and a.realmSubject is null",
                        String.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Those who are known by the address, regardless of case: somebody has seen that it is theirs, or nobody has claimed the
     * account yet. Claimed ones first, of them the one last seen.
     */
    public List<Account> byAddress(String email) {
        return entities.manager()
                .createQuery(
                        "select a from Account a where lower(a.email) = :email and (a.realmSubject is null or"
                                + " a.emailVerified = true) order by case when a.realmSubject is null then 1 else 0 end,"
                                + " a.seenAt desc nulls last, a.subject",
                        Account.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .getResultList();
    }

    /** Who writes and is written to at the address: of several, the first of {@link #byAddress}. */
    public Optional<Account> reachable(String email) {
        return byAddress(email).stream().filter(Account::reachable).findFirst();
    }

    /** Whether somebody has the address already who is at Keycloak or will be. */
    public boolean holds(String email) {
        return !entities.manager()
                .createQuery(
                        "select a.subject from Account a where lower(a.email) = :email and (a.realmSubject is not null"
                                + " or a.realmDue is not null)",
                        String.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether somebody's name looks like that. */
    public boolean displays(LookAlikes.Keys keys) {
        return !entities.manager()
                .createQuery(
                        "select a.subject from Account a where a.displayCapitals = :capitals or a.displaySmall = :small",
                        String.class)
                .setParameter("capitals", keys.capitals())
                .setParameter("small", keys.small())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public void remove(Account account) {
        entities.manager().remove(account);
    }

    /** What refers to accounts is written by statements of its own: it needs the rows. */
    public void flush() {
        entities.manager().flush();
    }

    public void lockOrganization(String id) {
        entities.lock("organization " + id);
    }

    public void add(Account account) {
        entities.manager().persist(account);
    }

    public Optional<Organization> organization(String id) {
        return Optional.ofNullable(entities.manager().find(Organization.class, id));
    }

    /** Written at once: the account that refers to it follows in the same transaction. */
    public void add(Organization organization) {
        entities.manager().persist(organization);
        entities.manager().flush();
    }
}
