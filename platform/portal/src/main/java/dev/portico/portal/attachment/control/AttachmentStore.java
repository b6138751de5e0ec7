package dev.portico.portal.attachment.control;

import dev.portico.portal.account.control.AccountClaimed;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The records of attachments, of the current tenant. Changes are written at once: queries do not flush. */
@ApplicationScoped
public class AttachmentStore {
    private static final String DRAFTS =
            "select a from Attachment a where a.ownerSubject = :owner and a.draftForm = :form";
    private static final String OF_TICKET = "select a from Attachment a where a.ticketNumber = :number";
    private static final String ORDER = " order by a.createdAt, a.id";

    @Inject
    TenantEntities entities;

    /** Uploads to one place are counted one after the other, to the end of the transaction; else many at once pass a limit. */
    public void serialize(String place) {
        var connection = entities.manager().unwrap(Connection.class);
        try (var statement = connection.prepareStatement(
                "select pg_advisory_xact_lock(hashtextextended('attachment ' || current_setting('app.tenant') || ?, 0))")) {
            statement.setString(1, place);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("Uploads cannot be counted", e);
        }
    }

    public void add(Attachment attachment) {
        entities.manager().persist(attachment);
        flush();
    }

    public void remove(Attachment attachment) {
        entities.manager().remove(attachment);
    }

    public void flush() {
        entities.manager().flush();
    }

    public long countOwnDrafts(String owner) {
        return entities.manager()
                .createQuery(
                        "select count(a) from Attachment a where a.ownerSubject = :owner and a.draftForm is not null",
                        Long.class)
                .setParameter("owner", owner)
                .getSingleResult();
    }

    public long countDrafts(String owner, String form) {
        return entities.manager()
                .createQuery(
                        "select count(a) from Attachment a where a.ownerSubject = :owner and a.draftForm = :form",
                        Long.class)
                .setParameter("owner", owner)
                .setParameter("form", form)
                .getSingleResult();
    }

    public long countOfTicket(long number) {
        return entities.manager()
                .createQuery("select count(a) from Attachment a where a.ticketNumber = :number", Long.class)
                .setParameter("number", number)
                .getSingleResult();
    }

    public List<Attachment> drafts(String owner, String form) {
        return draftQuery(DRAFTS + ORDER, owner, form).getResultList();
    }

    /** Held to the end of the transaction: a draft is claimed or removed once. */
    public List<Attachment> lockDrafts(String owner, String form) {
        return draftQuery(DRAFTS + ORDER, owner, form)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    public Optional<Attachment> lockDraft(String owner, String form, String id) {
        return draftQuery(DRAFTS + " and a.id = :id", owner, form)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public List<Attachment> lockOwnDrafts(String owner) {
        return entities.manager()
                .createQuery(
                        "select a from Attachment a where a.ownerSubject = :owner and a.draftForm is not null" + ORDER,
                        Attachment.class)
                .setParameter("owner", owner)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    public void renameUploader(String owner, String name) {
        entities.manager()
                .createQuery("update Attachment a set a.uploaderName = :name where a.ownerSubject = :owner")
                .setParameter("name", name)
                .setParameter("owner", owner)
                .executeUpdate();
    }

    public List<Attachment> lockDraftsBefore(Instant moment, int most) {
        return entities.manager()
                .createQuery(
                        "select a from Attachment a where a.draftForm is not null and a.createdAt < :moment" + ORDER,
                        Attachment.class)
                .setParameter("moment", moment)
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    public List<Attachment> ofTicket(long number, boolean withInternal) {
        return entities.manager()
                .createQuery(OF_TICKET + visible(withInternal) + ORDER, Attachment.class)
                .setParameter("number", number)
                .getResultList();
    }

    public Optional<Attachment> find(long number, String id, boolean withInternal) {
        return entities.manager()
                .createQuery(OF_TICKET + " and a.id = :id" + visible(withInternal), Attachment.class)
                .setParameter("number", number)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Of the tickets of an account that somebody has claimed, whether those have been handed over yet or not. */
    void handOver(@Observes AccountClaimed account) {
        entities.manager()
                .createQuery(
                        "update Attachment a set a.ownerSubject = :to where a.ownerSubject = :from and a.ticketNumber in"
                                + " (select t.number from Ticket t where t.requesterSubject in (:from, :to))")
                .setParameter("from", account.from())
                .setParameter("to", account.to())
                .executeUpdate();
    }

    private TypedQuery<Attachment> draftQuery(String query, String owner, String form) {
        return entities.manager()
                .createQuery(query, Attachment.class)
                .setParameter("owner", owner)
                .setParameter("form", form);
    }

    private static String visible(boolean withInternal) {
        return withInternal ? "" : " and a.internal = false";
    }
}
