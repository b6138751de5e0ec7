package dev.portico.portal.publisher.boundary;

import dev.portico.plugin.host.signature.PublisherKey;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.publisher.control.CertificateText;
import dev.portico.portal.publisher.control.PublisherKeyStore;
import dev.portico.portal.publisher.entity.PinnedKey;
import dev.portico.portal.publisher.entity.PinnedKey.PinnedBy;
import dev.portico.portal.web.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose signatures count: for administrators of the platform alone, in work for the staff's own tenant. */
@ApplicationScoped
@Transactional
public class PublisherKeys {
    private static final int LONGEST_NAME = 100;

    @Inject
    PublisherKeyStore store;

    @Inject
    CurrentUser user;

    @Inject
    Audit audit;

    /** @throws PortalException forbidden */
    public List<PinnedKey> all() {
        user.require(Access.PLATFORM_ADMIN);
        return store.all();
    }

    /**
     * @param publisher the name under which the key is trusted
     * @param certificate as text
     * @throws PortalException forbidden; invalid, with the fields {@code publisher} and {@code certificate}
     */
    public PinnedKey pin(String publisher, String certificate) {
        user.require(Access.PLATFORM_ADMIN);
        var problems = new ArrayList<FieldProblem>();
        var name = publisher.strip();
        checkName(name, problems);
        var key = read(certificate, problems);
        if (key.isEmpty() || !problems.isEmpty()) {
            throw PortalException.invalid(problems);
        }
        var pinned = new PinnedKey(
                key.get(),
                name,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                new PinnedBy(user.subject(), user.name()));
        if (!store.add(pinned)) {
            throw PortalException.invalid(known(pinned));
        }
        record(
                AuditAction.PUBLISHER_PINNED,
                pinned,
                JsonValue.NULL,
                Json.createValue(pinned.key().subject()));
        return pinned;
    }

    private static void checkName(String name, List<FieldProblem> problems) {
        if (name.isEmpty()) {
            problems.add(new FieldProblem("publisher", "publisher.problem.name"));
        } else if (name.length() > LONGEST_NAME) {
            problems.add(new FieldProblem("publisher", "publisher.problem.name.long", Map.of("limit", LONGEST_NAME)));
        } else if (name.codePoints().anyMatch(PublisherKeys::isInvisible)) {
            problems.add(new FieldProblem("publisher", "publisher.problem.name.signs"));
        }
    }

    /** A name that looks like another's would be trusted in its place. */
    private static boolean isInvisible(int sign) {
        return Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT;
    }

    private static Optional<PublisherKey> read(String certificate, List<FieldProblem> problems) {
        if (certificate.isBlank()) {
            problems.add(new FieldProblem("certificate", "publisher.problem.certificate"));
        } else if (CertificateText.isPrivateKey(certificate)) {
            problems.add(new FieldProblem("certificate", "publisher.problem.certificate.private"));
        } else {
            var key = certificate.length() > CertificateText.MOST_BYTES
                    ? Optional.<PublisherKey>empty()
                    : CertificateText.read(certificate);
            if (key.isEmpty()) {
                problems.add(new FieldProblem("certificate", "publisher.problem.certificate.unreadable"));
            }
            return key;
        }
        return Optional.empty();
    }

    private FieldProblem known(PinnedKey pinned) {
        var name = store.find(pinned.sha256()).map(PinnedKey::publisher).orElse(pinned.publisher());
        return new FieldProblem("certificate", "publisher.problem.certificate.known", Map.of("publisher", name));
    }

    /** @throws PortalException forbidden; not found, where the key is not pinned */
    public PinnedKey remove(String sha256) {
        user.require(Access.PLATFORM_ADMIN);
        var removed = store.remove(sha256).orElseThrow(PortalException::notFound);
        record(
                AuditAction.PUBLISHER_REMOVED,
                removed,
                Json.createValue(removed.key().subject()),
                JsonValue.NULL);
        return removed;
    }

    private void record(AuditAction action, PinnedKey key, JsonValue from, JsonValue to) {
        audit.record(action, key.publisher(), Optional.of(key.sha256()), List.of(new Change("subject", from, to)));
    }
}
