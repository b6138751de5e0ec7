package dev.portico.portal.outgoing.boundary;

import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.outgoing.control.OriginStore;
import dev.portico.portal.outgoing.entity.AllowedOrigin;
import dev.portico.portal.outgoing.entity.AllowedOrigin.AddedBy;
import dev.portico.portal.outgoing.entity.Origin;
import dev.portico.portal.web.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What may be http and private: for administrators of the platform alone, in work for the staff's own tenant. */
@ApplicationScoped
@Transactional
public class AllowedOrigins {
    @Inject
    OriginStore store;

    @Inject
    CurrentUser user;

    @Inject
    Audit audit;

    /** @throws PortalException forbidden */
    public List<AllowedOrigin> all() {
        user.require(Access.PLATFORM_ADMIN);
        return store.all();
    }

    /**
     * @param webhooks whether webhooks of subscribers may lead there too
     * @throws PortalException forbidden; invalid, with the field {@code origin}
     */
    public AllowedOrigin add(String origin, boolean webhooks) {
        user.require(Access.PLATFORM_ADMIN);
        var allowed = new AllowedOrigin(
                UUID.randomUUID(),
                read(origin.strip())
                        .orElseThrow(() -> invalid("origin.problem.address"))
                        .toString(),
                webhooks,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                new AddedBy(user.subject(), user.name()));
        if (!store.add(allowed)) {
            throw invalid("origin.problem.known");
        }
        record(
                AuditAction.ORIGIN_ALLOWED,
                allowed,
                new Change("origin", JsonValue.NULL, Json.createValue(allowed.origin())),
                new Change("webhooks", JsonValue.NULL, webhooks ? JsonValue.TRUE : JsonValue.FALSE));
        return allowed;
    }

    private static PortalException invalid(String problem) {
        return PortalException.invalid(new FieldProblem("origin", problem));
    }

    /** Nothing behind the port: whoever wrote a path would think that it alone is allowed. */
    private static Optional<Origin> read(String origin) {
        try {
            var address = new URI(origin);
            var bare = address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && List.of("", "/")
                            .contains(Optional.ofNullable(address.getRawPath()).orElse(""));
            return bare ? Origin.of(address) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /** @throws PortalException forbidden; not found, where it is not allowed */
    public AllowedOrigin remove(String id) {
        user.require(Access.PLATFORM_ADMIN);
        var removed = uuid(id).flatMap(store::remove).orElseThrow(PortalException::notFound);
        record(
                AuditAction.ORIGIN_REMOVED,
                removed,
                new Change("origin", Json.createValue(removed.origin()), JsonValue.NULL));
        return removed;
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private void record(AuditAction action, AllowedOrigin origin, Change... changes) {
        audit.record(action, origin.origin(), Optional.empty(), List.of(changes));
    }
}
