package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Word;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.PendingForms;
import dev.portico.portal.mail.control.MailSummary;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.control.Words;
import dev.portico.portal.ticket.entity.Assignee;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket as agents see and work on it (K1). Every button stays where it was until the page is loaded anew: what is
 * no longer possible is refused in words, with what was typed kept.
 */
@Named
@RequestScoped
public class StaffTicketPage {
    private static final String TEXT = "text";
    private static final String KIND = "kind";
    private static final String STATUS = "status";
    private static final String SEVERITY = "severity";
    private static final String NOTE = "note";
    private static final String REPLY = "reply";

    @Inject
    Tickets tickets;

    @Inject
    PendingForms pendingForms;

    @Inject
    CurrentActor actor;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentRoute route;

    @Inject
    TenantContext tenants;

    @Inject
    Links links;

    @Inject
    Notices notices;

    @Inject
    FormProblems problems;

    @Inject
    Texts texts;

    @Inject
    LinkedIssues issues;

    @Inject
    HistoryAddress history;

    @SuppressWarnings("NullAway.Init")
    private TicketView view;

    private List<Attachment> files = List.of();
    private String text = "";
    private String kind = REPLY;
    private String status = "";
    private String list = "";
    private String submissionKey = "";
    private String seenStatus = "";
    private String seenAssignee = "";
    private String severity = "";
    private String seenSeverity = "";

    @PostConstruct
    void open() {
        var work = tickets.work(actor.get(), route.number(), form(), form(), history.portion());
        view = TicketView.of(work.details(), issues.of(work.details().entries()), reader.get(), texts);
        status = view.ticket().status();
        severity = view.ticket().severity();
        files = work.unsent().files();
        var context = FacesContext.getCurrentInstance();
        var parameters = context.getExternalContext().getRequestParameterMap();
        list = Optional.ofNullable(parameters.get("list"))
                .filter(query -> query.startsWith("?"))
                .orElse("");
        submissionKey = SubmissionKey.of(parameters.get("submission"));
        seenStatus = parameters.getOrDefault("seen-status", status);
        seenAssignee = parameters.getOrDefault("seen-assignee", assignee());
        seenSeverity = parameters.getOrDefault("seen-severity", severity);
        if (context.isPostback()) {
            take(parameters, work.unsent());
        } else {
            takeKept(work.unsent());
        }
    }

    private void take(Map<String, String> parameters, UnsentWork unsent) {
        // Only one of the page's forms is sent; what the others hold is in the draft.
        if (parameters.containsKey("field-" + TEXT)) {
            text = parameters.getOrDefault("field-" + TEXT, "");
            kind = parameters.getOrDefault("field-" + KIND, NOTE);
        } else {
            takeDraft(unsent);
        }
        status = parameters.getOrDefault(STATUS, status);
        severity = parameters.getOrDefault(SEVERITY, severity);
    }

    private void takeKept(UnsentWork unsent) {
        takeDraft(unsent);
        pendingForms.take(route.pathWithoutQuery(), actor.get().subject()).ifPresent(form -> {
            text = form.value("field-" + TEXT).orElse(text);
            kind = form.value("field-" + KIND).orElse(kind);
        });
    }

    private void takeDraft(UnsentWork unsent) {
        text = unsent.draft().getOrDefault(TEXT, "");
        kind = unsent.draft().getOrDefault(KIND, REPLY);
    }

    public void send() throws IOException {
        var note = note();
        attempt(note ? "staff.ticket.noted" : "staff.ticket.replied", () -> {
            var words = new Words(text, Optional.of(submissionKey), Optional.of(form()));
            if (note) {
                tickets.note(actor.get(), route.number(), words);
            } else {
                tickets.say(actor.get(), route.number(), words);
            }
        });
    }

    public void update() throws IOException {
        attempt(
                "staff.ticket.updated",
                () -> tickets.moveTo(actor.get(), route.number(), Optional.of(seenStatus), status));
    }

    public void rate() throws IOException {
        attempt("staff.ticket.rated", () -> tickets.rate(actor.get(), route.number(), seenSeverity, severity));
    }

    public void deescalate() throws IOException {
        attempt("staff.ticket.deescalated", () -> tickets.deescalate(actor.get(), route.number()));
    }

    public void assignToMe() throws IOException {
        assign("staff.ticket.assigned", Optional.of(actor.asAssignee()));
    }

    public void unassign() throws IOException {
        assign("staff.ticket.unassigned", Optional.empty());
    }

    private void assign(String key, Optional<Assignee> assignee) throws IOException {
        attempt(key, () -> tickets.assign(actor.get(), route.number(), seenAssignee, assignee));
    }

    public void addFiles() throws IOException {
        attempt("staff.ticket.attached", () -> {
            if (tickets.attachDrafts(actor.get(), route.number(), form(), PostedFiles.ids()) == 0) {
                throw PortalException.invalid(new FieldProblem("files", "staff.ticket.no-file"));
            }
        });
    }

    private void attempt(String successKey, Runnable deed) throws IOException {
        try {
            deed.run();
            notices.success(successKey, Map.of("number", view.number(), "scale", view.severityLabel()));
            FacesContext.getCurrentInstance().getExternalContext().redirect(route.path());
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        labels.put(TEXT, texts.text(reader.get(), "staff.ticket.message"));
        labels.put("files", texts.text(reader.get(), "staff.ticket.files"));
        labels.put("person", texts.text(reader.get(), "ticket.people.email"));
        return problems.list(labels);
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }

    public String submissionKey() {
        return submissionKey;
    }

    /** Subject of the agent who has the ticket; empty if nobody. */
    public String assignee() {
        return view.ticket().assignee().map(Assignee::subject).orElse("");
    }

    public TicketView view() {
        return view;
    }

    public List<MailSummary> mails() {
        return view.details().history().mails();
    }

    /** Address of the page with the mails before these; empty where there are none. */
    public String olderMails() {
        return history.older(view.details().history());
    }

    public List<Attachment> files() {
        return files;
    }

    public List<TicketChoice> statuses() {
        return TicketChoice.statuses(view, actor.get().role(), status);
    }

    public List<TicketChoice> levels() {
        return TicketChoice.levels(view, severity);
    }

    public boolean mine() {
        var me = actor.get().subject();
        return view.ticket()
                .assignee()
                .map(Assignee::subject)
                .filter(me::equals)
                .isPresent();
    }

    public boolean assigned() {
        return view.ticket().assignee().isPresent();
    }

    public String text() {
        return text;
    }

    /** Whether an internal note is being written: on a closed ticket nothing else can be. */
    public boolean note() {
        return kind.equals(NOTE);
    }

    public boolean replyable() {
        return view.ticket().open();
    }

    public String title() {
        return view.details().desk().word(reader.get(), Word.TITLE, Map.of("number", view.number()));
    }

    public String tenant() {
        return tenants.require().name(reader.get().ui());
    }

    /** The queue as it was left. */
    public String back() {
        return links.staffQueue() + list;
    }

    public String base() {
        return links.staffTicket(tenants.require().id(), route.number());
    }

    public String draft() {
        return links.staffDraft(tenants.require().id(), form());
    }

    public String upload() {
        return links.staffUpload(tenants.require().id(), form());
    }

    private String form() {
        return "staff-" + route.number();
    }
}
