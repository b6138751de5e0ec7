package dev.portico.portal.account.control;

import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

@ApplicationScoped
public class AccountStore {
    @Inject
    TenantEntities entities;

    public Optional<Account> find(String subject) {
        return Optional.ofNullable(entities.manager().find(Account.class, subject));
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
                        "select a from Account a where a.organizationId = :organization and a.claimed = true order by a.name, a.subject",
                        Account.class)
                .setParameter("organization", organization)
                .setMaxResults(most)
                .getResultStream()
                .map(account -> new Member(account.name(), account.seenAt()))
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
                        "select a.subject from Account a where lower(a.email) = :email and a.claimed = false",
                        String.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Those who are known by the address, regardless of case: the realm has verified it, or nobody has claimed the account
     * yet. Claimed ones first, of them the one last seen.
     */
    public List<Account> byAddress(String email) {
        return entities.manager()
                .createQuery(
                        "select a from Account a where lower(a.email) = :email and (a.claimed = false or a.emailVerified ="
                                + " true) order by a.claimed desc, a.seenAt desc, a.subject",
                        Account.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .getResultList();
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
