package dev.portico.portal.people.boundary;

import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.people.control.ImportFile;
import dev.portico.portal.people.control.ImportRow;
import dev.portico.portal.people.control.ImportRow.Outcome;
import dev.portico.portal.people.control.ImportStore;
import dev.portico.portal.people.control.ImportStore.NewOrganizations;
import dev.portico.portal.people.control.RowRules;
import dev.portico.portal.people.entity.PeopleImport;
import dev.portico.portal.people.entity.PeopleImport.State;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Files of people for the current tenant: looked at before anything is entered, then entered portion by portion (G2). */
@ApplicationScoped
@Transactional
public class PeopleImports {
    public static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int MOST_SHOWN = 20;

    /** How long a file of which nothing has been entered is kept. */
    private static final Duration PREVIEW_KEPT = Duration.ofDays(7);

    /** How long one is whose people have been entered, or some of them. */
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    ImportStore store;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentUser user;

    @Inject
    Audit audit;

    /**
     * An import, and what has become or is to become of its rows.
     *
     * @param newOrganizations that the file has and the tenant has not
     */
    public record Report(PeopleImport subject, Map<Outcome, Integer> counts, NewOrganizations newOrganizations) {
        public int count(Outcome outcome) {
            return counts.getOrDefault(outcome, 0);
        }
    }

    /**
     * Reads a file and says what would become of each row.
     *
     * @return the import's id
     * @throws PortalException invalid, with the field {@code file}
     */
    public String upload(String fileName, byte[] file) {
        user.require(Access.CSM);
        if (file.length == 0 || fileName.isBlank()) {
            throw PortalException.invalid(new FieldProblem("file", "people.import.problem.none"));
        }
        if (file.length > MOST_BYTES) {
            throw PortalException.invalid(new FieldProblem("file", "people.import.problem.large"));
        }
        sweep();
        var tenant = tenants.require();
        var read = ImportFile.read(
                file, tenant.defaultLanguage().toLanguageTag(), tenant.zone().getId());
        var rows = rules(read).check(read);
        var open = rows.stream().filter(row -> row.outcome().open()).count();
        var made = new PeopleImport(
                UUID.randomUUID().toString(), fileName, Math.toIntExact(open), user.name(), Instant.now());
        store.add(made, rows);
        return made.id();
    }

    private RowRules rules(List<ImportRow> rows) {
        var addresses = new HashSet<String>();
        var organizations = new HashSet<String>();
        rows.forEach(row -> {
            addresses.add(RowRules.address(row));
            organizations.add(RowRules.organization(row));
        });
        return new RowRules(
                tenants.require().languages(), store.organizations(organizations), store.holders(addresses));
    }

    public Optional<Report> report(String id) {
        user.require(Access.CSM);
        return store.find(id).map(found -> new Report(found, store.counts(id), store.newOrganizations(id, MOST_SHOWN)));
    }

    /** Newest first. */
    public List<PeopleImport> recent(int most) {
        user.require(Access.CSM);
        return store.recent(most);
    }

    /** In the order of the file, after that line. */
    public List<ImportRow> rows(String id, Collection<Outcome> outcomes, long after, int most) {
        user.require(Access.CSM);
        return store.rows(id, outcomes, after, most);
    }

    /**
     * In the order of the file, after that line, with what has become of each account.
     *
     * @throws PortalException not found
     */
    public List<ImportStore.Result> results(String id, long after, int most) {
        user.require(Access.CSM);
        if (store.find(id).isEmpty()) {
            throw PortalException.notFound();
        }
        return store.results(id, after, most);
    }

    /** Begins, or goes on where it was stopped. */
    public void start(String id, boolean withOrganizations) {
        user.require(Access.CSM);
        var started = locked(id);
        if (started.state() == State.PREVIEW || started.state() == State.STOPPED) {
            var action = started.state() == State.PREVIEW
                    ? AuditAction.PEOPLE_IMPORT_STARTED
                    : AuditAction.PEOPLE_IMPORT_RESUMED;
            started.start(withOrganizations);
            audit.record(
                    action,
                    id,
                    Optional.empty(),
                    List.of(
                            new Change("file", JsonValue.NULL, Json.createValue(started.fileName())),
                            new Change("people", JsonValue.NULL, Json.createValue(started.total()))));
        }
    }

    /** When this returns, nobody is being entered any more. */
    public void stop(String id) {
        user.require(Access.CSM);
        var stopped = locked(id);
        if (stopped.state() == State.RUNNING) {
            stopped.stop();
            audit.record(AuditAction.PEOPLE_IMPORT_STOPPED, id, Optional.empty(), List.of());
        }
    }

    /** Forgets a file of which nothing has been entered. */
    public void discard(String id) {
        user.require(Access.CSM);
        var discarded = locked(id);
        if (discarded.state() != State.PREVIEW) {
            throw PortalException.conflict("people.import.problem.begun", Map.of());
        }
        store.remove(discarded);
    }

    /** Removes what nobody needs any more: names and addresses above all. */
    public void sweep() {
        var now = Instant.now();
        store.remove(Set.of(State.PREVIEW), now.minus(PREVIEW_KEPT));
        store.remove(Set.of(State.STOPPED, State.DONE), now.minus(KEPT));
    }

    private PeopleImport locked(String id) {
        return store.lock(id).orElseThrow(PortalException::notFound);
    }
}
