package dev.portico.portal.attachment.boundary;

import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.attachment.control.AttachmentLimits;
import dev.portico.portal.attachment.control.AttachmentStore;
import dev.portico.portal.attachment.control.BlobStore;
import dev.portico.portal.attachment.control.FileIntake;
import dev.portico.portal.attachment.control.FileName;
import dev.portico.portal.attachment.control.Upload;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.attachment.entity.StoredFile;
import dev.portico.portal.attachment.entity.Uploader;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Attachments of the current tenant. Who may see a ticket has been decided before these are asked. */
@ApplicationScoped
@Transactional
public class Attachments {
    private static final Logger LOG = System.getLogger(Attachments.class.getName());
    private static final Duration STALE = Duration.ofDays(14);
    private static final int SWEPT_AT_ONCE = 500;

    @Inject
    AttachmentStore store;

    @Inject
    AttachmentLimits limits;

    @Inject
    FileIntake intake;

    @Inject
    BlobStore blobs;

    @Inject
    TenantContext tenants;

    /**
     * Keeps a file for a form that is not yet submitted.
     *
     * @throws PortalException where the file is empty, too large or of a forbidden type, or where there are too many
     */
    public Attachment addDraft(String owner, String uploaderName, String form, Upload upload) {
        // The bytes may arrive slowly: until they are here, neither a connection nor a lock is held.
        var file = intake.take(upload);
        limits.beforeDraft(owner, form);
        var attachment = Attachment.ofDraft(
                new Uploader(owner, uploaderName), form, file, Instant.now().truncatedTo(ChronoUnit.MICROS));
        store.add(attachment);
        return attachment;
    }

    /** Oldest first. */
    public List<Attachment> drafts(String owner, String form) {
        return store.drafts(owner, form);
    }

    /** Without effect where there is none. */
    public void removeDraft(String owner, String form, String id) {
        store.lockDraft(owner, form, id).ifPresent(this::discard);
    }

    /**
     * Attaches files of a form to a ticket that is already stored.
     *
     * @param ids of those that are meant; the same form in another window may have others
     * @param internal whether only agents will see them
     * @throws PortalException where the ticket would have too many
     */
    public List<Attachment> claimDrafts(
            String owner, String form, Set<String> ids, long ticketNumber, boolean internal) {
        store.flush();
        var drafts = store.lockDrafts(owner, form).stream()
                .filter(draft -> ids.contains(draft.id()))
                .toList();
        if (!drafts.isEmpty()) {
            limits.beforeTicket(ticketNumber, drafts.size());
            drafts.forEach(draft -> draft.attachTo(ticketNumber, internal));
            store.flush();
        }
        return drafts;
    }

    /** As {@link #addDraft}, to a ticket that is already stored. */
    public Attachment addToTicket(
            String owner, String uploaderName, long ticketNumber, boolean internal, Upload upload) {
        var file = intake.take(upload);
        limits.beforeTicket(ticketNumber, 1);
        var uploader = new Uploader(owner, uploaderName);
        var attachment = Attachment.ofTicket(
                uploader, ticketNumber, internal, file, Instant.now().truncatedTo(ChronoUnit.MICROS));
        store.add(attachment);
        return attachment;
    }

    /**
     * Files of which as many are kept as may be.
     *
     * @param files bytes and record live and die with this transaction, which has to add them to a ticket
     * @param refused names, as they are shown
     */
    public record Taken(List<StoredFile> files, List<String> refused) {}

    /**
     * Takes what somebody has sent who cannot be asked again.
     *
     * @param ticketNumber of the ticket that they are for, where it is there already
     */
    public Taken takeAll(Optional<Long> ticketNumber, List<Upload> uploads) {
        var room = limits.room(ticketNumber);
        var files = new ArrayList<StoredFile>();
        var refused = new ArrayList<String>();
        for (var upload : uploads) {
            try {
                if (files.size() < room) {
                    files.add(intake.take(upload));
                    continue;
                }
            } catch (PortalException unfit) {
                LOG.log(Level.DEBUG, "A file is not kept", unfit);
            }
            refused.add(FileName.clean(upload.claimedName()));
        }
        return new Taken(List.copyOf(files), List.copyOf(refused));
    }

    /** Adds files that were taken in this transaction to a ticket that is already stored. */
    public List<Attachment> addAll(
            String owner, String uploaderName, long ticketNumber, List<StoredFile> files, boolean internal) {
        var uploader = new Uploader(owner, uploaderName);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var attachments = files.stream()
                .map(file -> Attachment.ofTicket(uploader, ticketNumber, internal, file, now))
                .toList();
        attachments.forEach(store::add);
        return attachments;
    }

    /** Oldest first. */
    public List<Attachment> ofTicket(long number, boolean withInternal) {
        return store.ofTicket(number, withInternal);
    }

    public Optional<Attachment> find(long number, String id, boolean withInternal) {
        return store.find(number, id, withInternal);
    }

    /** The bytes, as a stream that the caller closes. */
    @Transactional(TxType.SUPPORTS)
    public InputStream content(Attachment attachment) {
        return blobs.read(tenants.require().id(), attachment.id());
    }

    /**
     * Deletes files of forms that nobody submitted within 14 days.
     *
     * @return how many; ask again until none
     */
    public int sweepStaleDrafts() {
        var stale = store.lockDraftsBefore(Instant.now().minus(STALE), SWEPT_AT_ONCE);
        stale.forEach(this::discard);
        return stale.size();
    }

    /** Files of forms go; those of tickets are the company's. */
    void forget(@Observes AccountErased person) {
        store.lockOwnDrafts(person.subject()).forEach(this::discard);
        store.renameUploader(person.subject(), person.word());
    }

    private void discard(Attachment attachment) {
        store.remove(attachment);
        intake.forget(attachment.id());
    }
}
