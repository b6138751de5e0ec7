package dev.portico.portal.mail.boundary;

import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mail.control.Backlog;
import dev.portico.portal.mail.control.MailHistory.Place;
import dev.portico.portal.mail.control.MailQueued;
import dev.portico.portal.mail.control.UnsentMail;
import dev.portico.portal.mail.control.UnsentMailStore;
import dev.portico.portal.mail.control.UnsentMailStore.Filter;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The current tenant's mails that have not gone out, for the staff to look at and send again (H4). */
@ApplicationScoped
@Transactional
public class UnsentMails {
    @Inject
    UnsentMailStore store;

    @Inject
    TenantContext tenants;

    @Inject
    Audit audit;

    @Inject
    Event<MailQueued> queued;

    /**
     * Some of the list.
     *
     * @param count of all that the filter lets through
     */
    public record Listing(List<UnsentMail> mails, long count) {}

    public Backlog backlog() {
        return store.backlog();
    }

    /**
     * Newest first.
     *
     * @param until the ones written later are not counted
     */
    public Listing list(Filter filter, Optional<Place> after, int most, Instant until) {
        return new Listing(store.rows(filter, after, most), store.count(filter, until));
    }

    /** @throws PortalException not found, also where the mail waits no longer */
    public void again(String id) {
        if (!store.again(id, Instant.now())) {
            throw PortalException.notFound();
        }
        audit.record(AuditAction.MAIL_SENT_AGAIN, id, Optional.empty(), List.of());
        queued.fire(new MailQueued(tenants.require().id()));
    }

    /**
     * @param until when the reader saw how many there were
     * @return how many are on their way
     */
    public int allAgain(Filter filter, Instant until) {
        var count = store.allAgain(filter, until, Instant.now());
        if (count > 0) {
            audit.record(
                    AuditAction.MAILS_SENT_AGAIN,
                    filter.state().name(),
                    Optional.empty(),
                    List.of(new Change("count", JsonValue.NULL, Json.createValue(count))));
            queued.fire(new MailQueued(tenants.require().id()));
        }
        return count;
    }
}
