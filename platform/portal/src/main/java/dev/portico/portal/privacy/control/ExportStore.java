package dev.portico.portal.privacy.control;

import dev.portico.portal.draft.entity.Draft;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.mail.entity.MailState;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.tenant.control.TenantEntities;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** What is kept of one person of the current tenant; what may be much, in portions. */
@ApplicationScoped
public class ExportStore {
    @Inject
    TenantEntities entities;

    /**
     * Filed by the person, by number.
     *
     * @param after number of the last one of the portion before, 0 for the first
     */
    public List<Ticket> tickets(String subject, long after, int most) {
        return entities.manager()
                .createQuery(
                        "select t from Ticket t where t.requesterSubject = :subject and t.number > :after"
                                + " order by t.number",
                        Ticket.class)
                .setParameter("subject", subject)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Sent to the address, by id.
     *
     * @param after id of the last one of the portion before, empty for the first
     */
    public List<Mail> mails(String email, String after, int most) {
        return entities.manager()
                .createQuery(
                        "select m from Mail m where lower(m.recipient) = :email and m.state = :sent and m.id > :after"
                                + " order by m.id",
                        Mail.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .setParameter("sent", MailState.SENT)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    public List<Draft> drafts(String subject) {
        return entities.manager()
                .createQuery("select d from Draft d where d.ownerSubject = :subject order by d.form", Draft.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    public List<Subscription> subscriptions(String email) {
        return entities.manager()
                .createQuery(
                        "select s from Subscription s where lower(s.email) = :email order by s.createdAt, s.id",
                        Subscription.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .getResultList();
    }
}
