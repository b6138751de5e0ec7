package dev.portico.portal.audit.control;

import dev.portico.portal.audit.entity.AuditAction;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are asked for, of one tenant.
 *
 * @param actor a part of the name, in any case and with or without accents, or the whole subject; empty for everybody
 * @param from the first moment
 * @param until the first moment after
 */
public record AuditQuery(String actor, Optional<AuditAction> action, Optional<Instant> from, Optional<Instant> until) {}
