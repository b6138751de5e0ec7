package dev.portico.portal.audit.control;

import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.audit.entity.AuditActor;
import dev.portico.portal.audit.entity.AuditEntry;
import dev.portico.portal.log.LogContext;
import dev.portico.portal.login.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what administrators do. In the transaction of what is done: there is no act without its entry, nor the reverse. */
@ApplicationScoped
public class Audit {
    @Inject
    AuditStore store;

    @Inject
    CurrentUser user;

    /**
     * For the current tenant; the staff's own where it concerns the whole platform.
     *
     * @param objectId what it was done to
     * @param digest of the file or key that it was done with
     * @param changes without any secret
     */
    public void record(AuditAction action, String objectId, Optional<String> digest, List<Change> changes) {
        store.add(new AuditEntry(
                action,
                objectId,
                digest,
                Change.write(changes),
                actor(),
                LogContext.current().requestId(),
                Instant.now()));
    }

    private AuditActor actor() {
        return user.identity()
                .map(identity -> new AuditActor(identity.realm(), user.subject(), user.name()))
                .orElse(AuditActor.PORTAL);
    }
}
