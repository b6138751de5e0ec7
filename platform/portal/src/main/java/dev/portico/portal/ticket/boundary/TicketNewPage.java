package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Word;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.issue.boundary.IssueReference;
import dev.portico.portal.issue.boundary.IssueView;
import dev.portico.portal.issue.boundary.KnownIssues;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.PendingForms;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.control.NewTicket;
import dev.portico.portal.ticket.entity.Channel;
import dev.portico.portal.ticket.entity.Ticket;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form that creates a ticket (B3), as its type declares it. What was typed is kept in a draft while it is typed,
 * and survives a lost session; one submission makes one ticket, however often it is sent.
 *
 * <p>The fields are plain inputs named after the declared fields: what a desk declares needs no component of its own.
 */
@Named
@RequestScoped
public class TicketNewPage {
    private static final String FIELD = "field-";
    private static final String KEY = "submission";
    private static final String ISSUE = "issue";
    /** Before the reference, in a draft. */
    private static final String DRAFT_ISSUE = "issue ";

    private static final int MOST_NAMED = 5;

    @Inject
    Tickets tickets;

    @Inject
    TenantDesks desks;

    @Inject
    KnownIssues known;

    @Inject
    PendingForms pendingForms;

    @Inject
    CurrentActor actor;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentRoute route;

    @Inject
    Links links;

    @Inject
    Notices notices;

    @Inject
    FormProblems problems;

    @SuppressWarnings("NullAway.Init")
    private TenantDesk desk;

    private Optional<Long> follows = Optional.empty();
    private String submissionKey = SubmissionKey.of(null);
    private final Map<String, String> values = new LinkedHashMap<>();
    private List<FieldView> fields = List.of();
    private List<Attachment> files = List.of();
    private List<IssueView> issues = List.of();
    private Set<String> affected = Set.of();

    @PostConstruct
    void open() {
        var context = FacesContext.getCurrentInstance();
        var parameters = context.getExternalContext().getRequestParameterMap();
        desk = desk(parameters.get("type"));
        follows = Optional.ofNullable(parameters.get("follows"))
                .filter(number -> number.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf);
        var options = tickets.offered(actor.get(), desk);
        fields = desk.type().fields().stream()
                .map(field -> FieldView.of(desk, options, field, reader.get()))
                .filter(field -> !field.pointless() && !(filesLater() && field.is("FILES")))
                .toList();
        fields.forEach(field -> values.put(field.id(), ""));
        if (context.isPostback()) {
            takeForm(context);
        } else {
            takeKept(context);
        }
    }

    private void takeForm(FacesContext context) {
        var external = context.getExternalContext();
        var parameters = external.getRequestParameterMap();
        values.replaceAll((field, value) -> parameters.getOrDefault(FIELD + field, value));
        submissionKey = SubmissionKey.of(parameters.get(KEY));
        takeIssues(named(external));
    }

    private void takeKept(FacesContext context) {
        var unsent = tickets.unsent(actor.get(), form(), form());
        files = unsent.files();
        values.replaceAll(unsent.draft()::getOrDefault);
        var ticked = Stream.concat(
                named(context.getExternalContext()),
                unsent.draft().keySet().stream()
                        .filter(field -> field.startsWith(DRAFT_ISSUE))
                        .map(field -> field.substring(DRAFT_ISSUE.length())));
        var pending = pendingForms.take(route.pathWithoutQuery(), actor.get().subject());
        pending.ifPresent(form -> {
            values.replaceAll((field, value) -> form.value(FIELD + field).orElse(value));
            submissionKey = SubmissionKey.of(form.value(KEY).orElse(null));
        });
        takeIssues(pending.map(form -> form.values().getOrDefault(ISSUE, List.of()).stream())
                .orElse(ticked));
    }

    private static Stream<String> named(ExternalContext external) {
        return Stream.of(external.getRequestParameterValuesMap().getOrDefault(ISSUE, new String[0]));
    }

    /** Those that are wrong now, and those that the requester says to be affected by. */
    private void takeIssues(Stream<String> named) {
        affected = named.limit(MOST_NAMED).collect(Collectors.toCollection(LinkedHashSet::new));
        var current = known.current();
        var references = current.stream().map(IssueView::reference).collect(Collectors.toSet());
        var others = affected.stream()
                .filter(reference -> !references.contains(reference))
                .flatMap(reference -> IssueReference.parse(reference).stream())
                .flatMap(reference -> known.find(reference).stream());
        issues = Stream.concat(others, current.stream()).toList();
    }

    public void submit() throws IOException {
        submit("");
    }

    /** Files go to the ticket once it is there. */
    public void submitThenAttach() throws IOException {
        submit("?attach#attaching");
    }

    private void submit(String then) throws IOException {
        try {
            var ticket = tickets.submit(actor.get(), submission());
            congratulate(ticket);
            FacesContext.getCurrentInstance().getExternalContext().redirect(links.ticket(ticket.number()) + then);
        } catch (PortalException problem) {
            problems.take(problem);
            files = tickets.unsent(actor.get(), form(), form()).files();
        }
    }

    private NewTicket submission() {
        var entered = new LinkedHashMap<>(values);
        fields.stream().filter(field -> field.is("FILES")).forEach(field -> entered.remove(field.id()));
        return new NewTicket(
                desk.type().id(),
                entered,
                Optional.of(form()),
                PostedFiles.ids(),
                Optional.of(submissionKey),
                follows,
                issues.stream().filter(issue -> affects(issue.reference())).toList(),
                Channel.WEB);
    }

    private void congratulate(Ticket ticket) {
        var language = reader.get();
        notices.success(
                "common.text",
                Map.of("text", desk.word(language, Word.CREATED, Map.of("number", Long.toString(ticket.number())))));
        ticket.urgentPhrase()
                .ifPresent(phrase -> notices.warning(
                        "common.text", Map.of("text", desk.word(language, Word.URGENT, Map.of("phrase", phrase)))));
    }

    /** What is wrong, with each field's label, in the form's order. */
    public List<FormProblems.Problem> problems() {
        return problems.list(fields.stream()
                .collect(Collectors.toMap(FieldView::id, FieldView::label, (a, b) -> a, LinkedHashMap::new)));
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public List<FieldView> fields() {
        return fields;
    }

    /** What is known to be wrong. */
    public List<IssueView> issues() {
        return issues;
    }

    /** Whether the requester says to be affected by it. */
    public boolean affects(String reference) {
        return affected.contains(reference);
    }

    public List<Attachment> files() {
        return files;
    }

    /** Whether files are asked for after the ticket is made. */
    public boolean filesLater() {
        return desk.type().submitWithFiles().isPresent();
    }

    /** Label of the second button; empty where there is none. */
    public String submitWithFiles() {
        return desk.type()
                .submitWithFiles()
                .map(key -> desk.text(reader.get(), key))
                .orElse("");
    }

    public String warning() {
        return desk.type().warning().map(key -> desk.text(reader.get(), key)).orElse("");
    }

    public String word(String word) {
        return desk.word(reader.get(), Word.valueOf(word));
    }

    /** Name of the draft and of the files that belong to this form; a follow-up has its own. */
    public String form() {
        return "new-" + desk.type().id() + follows.map(number -> "-" + number).orElse("");
    }

    public String submissionKey() {
        return submissionKey;
    }

    /** The number of the ticket that is followed up; empty if none. */
    public String followed() {
        return follows.map(String::valueOf).orElse("");
    }

    private TenantDesk desk(@Nullable String wanted) {
        return desks.all().stream()
                .filter(offered -> wanted == null || offered.type().id().equals(wanted))
                .findFirst()
                .orElseThrow(desks::absent);
    }
}
