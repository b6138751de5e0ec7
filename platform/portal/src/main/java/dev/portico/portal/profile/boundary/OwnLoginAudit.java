package dev.portico.portal.profile.boundary;

import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Keeps that somebody made their login weaker, for the case that it was somebody else. */
@ApplicationScoped
@Transactional
public class OwnLoginAudit {
    @Inject
    Audit audit;

    void secondFactorRemoved(String subject, String type) {
        var change = new Change("type", Json.createValue(type), JsonValue.NULL);
        audit.record(AuditAction.SECOND_FACTOR_REMOVED, subject, Optional.empty(), List.of(change));
    }
}
