package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mailbox.control.KeptMailStore;
import dev.portico.portal.mailbox.control.MailboxStore;
import dev.portico.portal.mailbox.control.ReceivedMailStore;
import dev.portico.portal.mailbox.control.ReceivedMailStore.Place;
import dev.portico.portal.mailbox.control.ReceivedMailStore.Row;
import dev.portico.portal.mailbox.entity.MailState;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** What came to the current tenant's mailboxes, for its administrators to look at, try again and dismiss. */
@ApplicationScoped
@Transactional
public class ReceivedMails {
    private static final int PORTION = 1 << 20;

    @Inject
    ReceivedMailStore mails;

    @Inject
    KeptMailStore kept;

    @Inject
    MailboxStore mailboxes;

    @Inject
    TenantContext tenants;

    @Inject
    Audit audit;

    @Inject
    Event<MailReceived> received;

    /**
     * The mailboxes, and some mails.
     *
     * @param failed how many could not be processed
     */
    public record Overview(List<MailboxStore.State> mailboxes, List<Row> mails, long failed) {}

    /** Newest first. */
    public Overview overview(Optional<MailState> state, Optional<Place> after, int most) {
        return new Overview(mailboxes.states(), mails.rows(state, after, most), mails.failed());
    }

    /**
     * How long a mail is of which the content is kept, in bytes.
     *
     * @throws PortalException not found
     */
    public long length(String id) {
        return kept.length(id).orElseThrow(PortalException::notFound);
    }

    /**
     * Some of a mail as it came.
     *
     * @param from bytes before it
     * @return empty at the end
     */
    byte[] portion(String id, int from) {
        return kept.portion(id, from, PORTION);
    }

    /**
     * @return whether it is processed at once; else it is fetched when the mailbox is looked into
     * @throws PortalException not found, also where the mail is not put aside (any more)
     */
    public boolean tryAgain(String id) {
        var here = mails.tryAgain(id);
        if (!here && !mails.fetchAgain(id)) {
            throw PortalException.notFound();
        }
        audit.record(AuditAction.MAIL_TRIED_AGAIN, id, Optional.empty(), List.of());
        if (here) {
            received.fire(new MailReceived(tenants.require().id()));
        }
        return here;
    }

    /**
     * Says that a mail is from whom it names, though the server that received it does not.
     *
     * @throws PortalException not found, also where the mail is not put aside for that (any more)
     */
    public void vouch(String id) {
        if (!mails.vouch(id)) {
            throw PortalException.notFound();
        }
        audit.record(AuditAction.MAIL_VOUCHED_FOR, id, Optional.empty(), List.of());
        received.fire(new MailReceived(tenants.require().id()));
    }

    /**
     * All that could not be processed.
     *
     * @return how many
     */
    public int tryFailedAgain() {
        var many = mails.tryFailedAgain();
        if (many > 0) {
            audit.record(AuditAction.MAIL_TRIED_AGAIN, "all", Optional.empty(), List.of());
            received.fire(new MailReceived(tenants.require().id()));
        }
        return many;
    }

    /** @throws PortalException as above */
    public void dismiss(String id) {
        if (!mails.dismiss(id)) {
            throw PortalException.notFound();
        }
        audit.record(AuditAction.MAIL_DISMISSED, id, Optional.empty(), List.of());
    }
}
