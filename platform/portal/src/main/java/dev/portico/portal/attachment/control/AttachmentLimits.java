package dev.portico.portal.attachment.control;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** How many files one form, one ticket and one person's unsubmitted forms may hold. */
@ApplicationScoped
public class AttachmentLimits {
    /** So that a person cannot fill the disk with forms that are never submitted. */
    private static final int FORMS_IN_HAND = 10;

    @Inject
    AttachmentStore store;

    @Inject
    TenantContext tenants;

    /** @throws PortalException where one more is too many */
    public void beforeDraft(String owner, String form) {
        store.serialize("owner " + owner);
        var limit = tenants.require().maxFiles();
        if (store.countDrafts(owner, form) >= limit) {
            throw tooMany("attachment.too-many", limit);
        }
        if (store.countOwnDrafts(owner) >= (long) limit * FORMS_IN_HAND) {
            throw tooMany("attachment.too-many-drafts", limit * FORMS_IN_HAND);
        }
    }

    /** @throws PortalException where so many more are too many */
    public void beforeTicket(long number, int more) {
        store.serialize("ticket " + number);
        var limit = tenants.require().maxFiles();
        if (store.countOfTicket(number) + more > limit) {
            throw tooMany("attachment.too-many", limit);
        }
    }

    /** How many files a ticket may still get; a new one, where none is named. */
    public int room(Optional<Long> ticketNumber) {
        var limit = tenants.require().maxFiles();
        return ticketNumber
                .map(number -> {
                    store.serialize("ticket " + number);
                    return Math.max(0, limit - Math.toIntExact(store.countOfTicket(number)));
                })
                .orElse(limit);
    }

    private static PortalException tooMany(String key, int limit) {
        return PortalException.invalid(new FieldProblem(FileIntake.FIELD, key, Map.of("limit", limit)));
    }
}
