package dev.portico.portal.audit.boundary;

import dev.portico.portal.audit.control.AuditKey;
import dev.portico.portal.audit.control.AuditQuery;
import dev.portico.portal.audit.control.AuditStore;
import dev.portico.portal.audit.entity.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The current tenant's audit log. */
@ApplicationScoped
@Transactional
public class AuditTrail {
    @Inject
    AuditStore store;

    /** Newest first, after that key. */
    public List<AuditEntry> portion(AuditQuery query, Optional<AuditKey> after, int most) {
        return store.portion(query, after, most);
    }
}
