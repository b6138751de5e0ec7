package dev.portico.portal.people.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.people.boundary.PeopleImports.Report;
import dev.portico.portal.people.control.ImportRow;
import dev.portico.portal.people.control.ImportRow.Outcome;
import dev.portico.portal.people.entity.PeopleImport;
import dev.portico.portal.people.entity.PeopleImport.State;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.boundary.Badge;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What would become of each row of a file, and, once it is let begin, what has. */
@Named
@RequestScoped
public class ImportShowPage {
    private static final int SIZE = 50;

    @Inject
    PeopleImports imports;

    @Inject
    ImportWords words;

    @Inject
    FormProblems problems;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentRoute route;

    @Inject
    HttpServletRequest request;

    @Inject
    Notices notices;

    @Inject
    Links links;

    @SuppressWarnings("NullAway.Init")
    private Report report;

    private View view = View.ALL;
    private long after;
    private List<ImportRow> found = List.of();

    private enum View {
        ALL(Set.of(Outcome.values())),
        NEW(Set.of(Outcome.NEW, Outcome.NEW_ORGANIZATION)),
        CREATED(Set.of(Outcome.CREATED)),
        KNOWN(Set.of(Outcome.KNOWN, Outcome.DIFFERENT)),
        PROBLEM(Set.of(Outcome.PROBLEM));

        @SuppressWarnings("ImmutableEnumChecker")
        private final Collection<Outcome> outcomes;

        View(Collection<Outcome> outcomes) {
            this.outcomes = outcomes;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static View of(String code) {
            return Stream.of(values())
                    .filter(view -> view.code().equals(code))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    /** A row of the file. {@code person} is the address of the account's page; empty where there is none. */
    public record Row(
            long line, String name, String email, String organization, Badge badge, String reasons, String person) {}

    /** A part of the list. */
    public record ViewLink(String key, String href, int count, boolean current) {}

    @PostConstruct
    void load() {
        report = imports.report(route.id()).orElseThrow(PortalException::notFound);
        view = View.of(parameter("show"));
        after = parameter("after").matches("[0-9]{1,9}") ? Long.parseLong(parameter("after")) : 0;
        found = imports.rows(route.id(), view.outcomes, after, SIZE + 1);
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    public void start() throws IOException {
        act(() -> imports.start(route.id(), request.getParameter("new-organizations") != null));
    }

    public void stop() throws IOException {
        act(() -> imports.stop(route.id()));
    }

    private void act(Runnable change) throws IOException {
        try {
            change.run();
            redirect(href());
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    public void discard() throws IOException {
        try {
            imports.discard(route.id());
            notices.success("people.import.discarded", Map.of("file", file()));
            redirect(links.staffPeopleImports(tenantId()));
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private static void redirect(String href) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(href);
    }

    private String href() {
        return links.staffPeopleImport(tenantId(), route.id());
    }

    private PeopleImport subject() {
        return report.subject();
    }

    public String tenantId() {
        return tenants.require().id();
    }

    public String file() {
        return subject().fileName();
    }

    public Badge badge() {
        return words.badge(subject().state());
    }

    public boolean preview() {
        return subject().state() == State.PREVIEW;
    }

    public boolean running() {
        return subject().state() == State.RUNNING;
    }

    public boolean stopped() {
        return subject().state() == State.STOPPED;
    }

    /** How many people would be entered if organizations that are not known are made. */
    public int open() {
        return report.count(Outcome.NEW) + report.count(Outcome.NEW_ORGANIZATION);
    }

    /** How many of them belong to an organization that is not known. */
    public int homeless() {
        return report.count(Outcome.NEW_ORGANIZATION);
    }

    /** Names of organizations that are not known. */
    public List<String> newOrganizations() {
        return report.newOrganizations().names();
    }

    /** How many others there are besides those named. */
    public int moreOrganizations() {
        return report.newOrganizations().more();
    }

    public int passed() {
        return subject().passed();
    }

    public int total() {
        return subject().total();
    }

    public String progress() {
        return words.progress(report);
    }

    public String progressAddress() {
        return href() + "/progress";
    }

    public String resultAddress() {
        return href() + "/result.csv";
    }

    public List<ViewLink> views() {
        var links = new ArrayList<ViewLink>();
        for (var other : View.values()) {
            var count = other.outcomes.stream().mapToInt(report::count).sum();
            if (other == View.ALL || count > 0) {
                links.add(new ViewLink(key(other), href() + "?show=" + other.code(), count, other == view));
            }
        }
        return links;
    }

    private static String key(View view) {
        return switch (view) {
            case ALL -> "people.import.view.all";
            case NEW -> "people.import.view.new";
            case CREATED -> "people.import.view.created";
            case KNOWN -> "people.import.view.known";
            case PROBLEM -> "people.import.view.problem";
        };
    }

    public List<Row> rows() {
        return found.stream().limit(SIZE).map(this::row).toList();
    }

    private Row row(ImportRow row) {
        return new Row(
                row.line(),
                (row.givenName() + " " + row.familyName()).strip(),
                row.email(),
                row.organization(),
                words.badge(row.outcome()),
                words.reasons(row),
                row.subject()
                        .map(subject -> links.staffPerson(tenantId(), subject))
                        .orElse(""));
    }

    /** Address of the first page; empty on it. */
    public String first() {
        return after == 0 ? "" : href() + "?show=" + view.code();
    }

    /** Address of the page after; empty on the last one. */
    public String next() {
        return found.size() > SIZE
                ? href() + "?show=" + view.code() + "&after="
                        + found.get(SIZE - 1).line()
                : "";
    }

    public List<FormProblems.Problem> problems() {
        return problems.list(Map.of());
    }
}
