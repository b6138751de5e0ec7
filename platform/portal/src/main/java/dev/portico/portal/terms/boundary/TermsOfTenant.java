package dev.portico.portal.terms.boundary;

import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.tenant.control.TenantChanged;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.terms.control.TermsStore;
import dev.portico.portal.terms.entity.Terms;
import dev.portico.portal.terms.entity.TermsAcceptance;
import dev.portico.portal.web.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The current tenant's Terms &amp; Conditions. */
@ApplicationScoped
@Transactional
public class TermsOfTenant {
    static final int LONGEST = 200_000;
    private static final int MOST_SHOWN = 100;

    @Inject
    TermsStore store;

    @Inject
    AccountStore accounts;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentUser user;

    @Inject
    Audit audit;

    @Inject
    Event<TenantChanged> changed;

    /** Those that count now; nothing where nobody is asked to accept any. */
    public Optional<Terms> latest() {
        return store.latest();
    }

    public Optional<Terms> find(int version) {
        return store.find(version);
    }

    /** Newest first. */
    public List<Terms> all() {
        return store.all(MOST_SHOWN);
    }

    /**
     * As a new version: what somebody has accepted stays as it was.
     *
     * @param texts Markdown by language tag, in each language that the tenant speaks
     * @param since the latest version that the administrator has seen; 0 for none
     * @throws PortalException invalid, with each problem at its field {@code text-<language>}; outdated
     */
    public void publish(Map<String, String> texts, int since) {
        user.require(Access.ADMIN);
        check(texts);
        store.lock();
        var before = store.latest().map(Terms::version).orElse(0);
        if (before != since) {
            throw PortalException.outdated("terms.outdated", Map.of());
        }
        store.add(new Terms(before + 1, texts, user.name(), now()));
        store.count(before + 1);
        changed.fire(new TenantChanged(tenants.require().id()));
        audit.record(
                AuditAction.TERMS_PUBLISHED,
                tenants.require().id(),
                Optional.empty(),
                List.of(new Change("version", Json.createValue(before), Json.createValue(before + 1))));
    }

    private void check(Map<String, String> texts) {
        var problems = tenants.require().languages().stream()
                .flatMap(language -> problem(texts, language.toLanguageTag()).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw PortalException.invalid(problems);
        }
    }

    private static Optional<FieldProblem> problem(Map<String, String> texts, String language) {
        var text = texts.getOrDefault(language, "");
        if (text.isBlank()) {
            return Optional.of(new FieldProblem("text-" + language, "terms.problem.empty"));
        }
        return text.length() > LONGEST
                ? Optional.of(new FieldProblem("text-" + language, "terms.problem.long", Map.of("most", LONGEST)))
                : Optional.empty();
    }

    /** Accepting twice is accepting once. */
    public void accept(String subject, int version) {
        store.serialize(subject);
        if (store.accepted(subject).stream().noneMatch(acceptance -> acceptance.version() == version)) {
            store.add(new TermsAcceptance(subject, version, now()));
        }
        accounts.find(subject).orElseThrow(PortalException::notFound).accept(version);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
