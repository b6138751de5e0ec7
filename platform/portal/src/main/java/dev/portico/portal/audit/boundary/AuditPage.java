package dev.portico.portal.audit.boundary;

import dev.portico.portal.audit.control.AuditKey;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The audit log, newest first (J4). All of its state is in the address. */
@Named
@RequestScoped
public class AuditPage {
    private static final int SIZE = 50;
    private static final int SHORT_DIGEST = 12;

    @Inject
    AuditScope scope;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @Inject
    HttpServletRequest request;

    private List<Row> rows = List.of();
    private String older = "";

    @SuppressWarnings("NullAway.Init")
    private AuditAddress address;

    /** An entry in the reader's words. */
    public record Row(
            String id,
            Instant happenedAt,
            String actor,
            String subject,
            String tenant,
            String action,
            String object,
            String digest,
            List<ChangeView> changes,
            String requestId) {}

    /** A change, each side empty where there was or is nothing. */
    public record ChangeView(String field, String from, String to) {}

    /** An entry of a menu. */
    public record Choice(String value, String label, boolean current) {}

    @PostConstruct
    void load() {
        address = AuditAddress.of(request);
        var trail = scope.read(address, SIZE + 1);
        var found = new ArrayList<MergedTrail.Found>();
        while (trail.hasNext() && found.size() < SIZE) {
            found.add(trail.next());
        }
        rows = found.stream().map(this::row).toList();
        older = trail.hasNext()
                ? links.staffAudit()
                        + address.after(AuditKey.of(found.get(found.size() - 1).entry()))
                : "";
    }

    private Row row(MergedTrail.Found found) {
        var entry = found.entry();
        var actor = entry.actor();
        return new Row(
                entry.id(),
                entry.happenedAt(),
                actor.isPortal() ? texts.text(reader.get(), "audit.portal") : actor.name(),
                actor.subject(),
                scope.name(found.tenant()),
                action(entry.action()),
                entry.objectId(),
                entry.digest()
                        .map(digest -> digest.substring(0, Math.min(SHORT_DIGEST, digest.length())))
                        .orElse(""),
                Change.read(entry.changes()).stream()
                        .map(change ->
                                new ChangeView(change.field(), Change.plain(change.from()), Change.plain(change.to())))
                        .toList(),
                entry.requestId());
    }

    private String action(String code) {
        return AuditAction.ofCode(code)
                .map(action -> texts.text(reader.get(), "audit.action." + code))
                .orElse(code);
    }

    public List<Row> rows() {
        return rows;
    }

    /** Address of the next page; empty on the last one. */
    public String older() {
        return older;
    }

    /** Address of the first page; empty on it. */
    public String newest() {
        return address.after().isPresent() ? links.staffAudit() + address.parameters() : "";
    }

    public String csv() {
        return links.staffAuditCsv() + address.parameters();
    }

    public boolean narrowed() {
        return address.narrowed();
    }

    public List<Choice> tenants() {
        return scope.all().stream()
                .map(tenant ->
                        new Choice(tenant.id(), scope.name(tenant), tenant.id().equals(address.tenant())))
                .toList();
    }

    public List<Choice> actions() {
        return Stream.of(AuditAction.values())
                .map(action -> new Choice(
                        action.code(),
                        action(action.code()),
                        address.action().filter(action::equals).isPresent()))
                .toList();
    }

    public String actor() {
        return address.actor();
    }

    public String from() {
        return address.from().map(LocalDate::toString).orElse("");
    }

    public String until() {
        return address.until().map(LocalDate::toString).orElse("");
    }
}
