package dev.portico.portal.contact.control;

import dev.portico.portal.account.control.AccountClaimed;
import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.contact.entity.Delegation;
import dev.portico.portal.contact.entity.DelegationId;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Delegations of the current tenant. */
@ApplicationScoped
public class DelegationStore {
    @Inject
    TenantEntities entities;

    /** Whether one sees and answers at the moment what the other filed, who belongs to that organization. */
    public boolean delegated(String from, String to, String organization, Instant now) {
        return !entities.manager()
                .createQuery(
                        "select d.until from Delegation d, Account a where d.fromSubject = :from and d.toSubject = :to"
                                + " and d.until > :now and a.subject = d.fromSubject and a.organizationId = :organization",
                        Instant.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("now", now)
                .setParameter("organization", organization)
                .getResultList()
                .isEmpty();
    }

    /** In whose place somebody acts at the moment, of those who belong to the same organization. */
    public List<Colleague> delegators(String to, String organization, Instant now) {
        return colleagues(
                "d.fromSubject = a.subject and d.toSubject = :subject and a.organizationId = :organization"
                        + " and d.until > :now",
                to,
                organization,
                now);
    }

    /** Who acts in somebody's place at the moment. */
    public List<Colleague> delegates(String from, String organization, Instant now) {
        return colleagues(
                "d.toSubject = a.subject and d.fromSubject = :subject and a.organizationId = :organization"
                        + " and d.until > :now",
                from,
                organization,
                now);
    }

    private List<Colleague> colleagues(String condition, String subject, String organization, Instant now) {
        return entities.manager()
                .createQuery(
                        "select new dev.portico.portal.contact.control.Colleague(a.subject, a.name, d.until)"
                                + " from Delegation d, Account a where " + condition + " order by a.name, a.subject",
                        Colleague.class)
                .setParameter("subject", subject)
                .setParameter("organization", organization)
                .setParameter("now", now)
                .getResultList();
    }

    public Optional<Delegation> find(String from, String to) {
        return Optional.ofNullable(entities.manager().find(Delegation.class, new DelegationId(from, to)));
    }

    /** Written at once: queries do not flush. */
    public void add(Delegation delegation) {
        entities.manager().persist(delegation);
        entities.manager().flush();
    }

    public void remove(Delegation delegation) {
        entities.manager().remove(delegation);
        entities.manager().flush();
    }

    /** An account that nobody had claimed could not log in to use or to grant anything: it goes with what was granted to it. */
    void handOver(@Observes AccountClaimed account) {
        entities.manager()
                .createQuery("delete from Delegation d where d.fromSubject = :from or d.toSubject = :from")
                .setParameter("from", account.from())
                .executeUpdate();
    }

    void forget(@Observes AccountErased person) {
        entities.manager()
                .createQuery("delete from Delegation d where d.fromSubject = :subject or d.toSubject = :subject")
                .setParameter("subject", person.subject())
                .executeUpdate();
    }
}
