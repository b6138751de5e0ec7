package dev.portico.portal.invitation.control;

import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.invitation.entity.Invitation;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The current tenant's invitations. */
@ApplicationScoped
public class InvitationStore {
    private static final String BY_TOKEN = "select i from Invitation i where i.tokenHash = :hash";

    @Inject
    TenantEntities entities;

    public void add(Invitation invitation) {
        entities.manager().persist(invitation);
    }

    public Optional<Invitation> byToken(String hash) {
        return entities.manager()
                .createQuery(BY_TOKEN, Invitation.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** Of two who accept it at once, the second waits here and finds what the first has done. */
    public Optional<Invitation> lock(String hash) {
        return entities.manager()
                .createQuery(BY_TOKEN, Invitation.class)
                .setParameter("hash", hash)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Those who invite the same person come one after the other. */
    public void serialize(String subject) {
        entities.lock("invitation " + subject);
    }

    /** Newest first. */
    public List<Invitation> of(String subject) {
        return entities.manager()
                .createQuery(
                        "select i from Invitation i where i.subject = :subject order by i.createdAt desc",
                        Invitation.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    /** What has long led nowhere. */
    public void deleteExpired(Instant before) {
        entities.manager()
                .createQuery("delete from Invitation i where i.expiresAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    void forget(@Observes AccountErased person) {
        entities.manager()
                .createQuery("delete from Invitation i where i.subject = :subject")
                .setParameter("subject", person.subject())
                .executeUpdate();
    }
}
