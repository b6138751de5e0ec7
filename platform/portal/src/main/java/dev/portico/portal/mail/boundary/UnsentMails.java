package dev.portico.portal.mail.boundary;

import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mail.control.DeadLetter;
import dev.portico.portal.mail.control.MailQueued;
import dev.portico.portal.mail.control.MailStore;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The current tenant's mails that were given up, for the staff to look at and try again. */
@ApplicationScoped
@Transactional
public class DeadLetters {
    @Inject
    MailStore store;

    @Inject
    TenantContext tenants;

    @Inject
    Audit audit;

    @Inject
    Event<MailQueued> queued;

    /**
     * Newest first.
     *
     * @param page from 0
     */
    public List<DeadLetter> page(int page, int size) {
        return store.dead(Math.multiplyExact(page, size), size);
    }

    public long count() {
        return store.countDead();
    }

    /** @throws PortalException not found, also where the mail is not dead (any more) */
    public void retry(String id) {
        store.lockDead(id).orElseThrow(PortalException::notFound).queuedAgain(Instant.now());
        audit.record(AuditAction.MAIL_SENT_AGAIN, id, Optional.empty(), List.of());
        queued.fire(new MailQueued(tenants.require().id()));
    }
}
