package dev.portico.portal.contact.control;

import dev.portico.portal.account.entity.Account;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The people of an organization of the current tenant. */
@ApplicationScoped
public class ContactStore {
    private static final String PEOPLE = "select a from Account a where a.organizationId = :organization";
    private static final String ORDER = " order by a.name, a.subject";

    @Inject
    TenantEntities entities;

    public List<Account> people(String organization, int first, int most) {
        return entities.manager()
                .createQuery(PEOPLE + ORDER, Account.class)
                .setParameter("organization", organization)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those who decide what the others may do. */
    public List<Account> managers(String organization, int most) {
        return entities.manager()
                .createQuery(PEOPLE + " and a.contactManager = true and a.enabled = true" + ORDER, Account.class)
                .setParameter("organization", organization)
                .setMaxResults(most)
                .getResultList();
    }

    /** Queries do not. */
    public void flush() {
        entities.manager().flush();
    }

    /** Of two who decide about an organization's people at once, the second waits here. */
    public void lock(String organization) {
        entities.lock("contacts " + organization);
    }

    /** Nobody of another organization. */
    public Optional<Account> find(String organization, String subject) {
        return Optional.ofNullable(entities.manager().find(Account.class, subject))
                .filter(account -> account.organizationId().equals(Optional.of(organization)));
    }

    /** The same, to be changed. */
    public Optional<Account> take(String organization, String subject) {
        return Optional.ofNullable(entities.manager().find(Account.class, subject, LockModeType.PESSIMISTIC_WRITE))
                .filter(account -> account.organizationId().equals(Optional.of(organization)));
    }
}
