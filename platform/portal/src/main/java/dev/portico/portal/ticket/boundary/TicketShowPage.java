package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.HelpWay;
import dev.portico.plugin.manifest.Word;
import dev.portico.portal.account.entity.Organization.Agreement;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.PendingForms;
import dev.portico.portal.mail.control.MailSummary;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.plugin.control.HelpTarget;
import dev.portico.portal.ticket.control.TicketAccess;
import dev.portico.portal.ticket.control.Words;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A requester's ticket as a conversation (B6 to B8). */
@Named
@RequestScoped
public class TicketShowPage {
    private static final String TEXT = "field-text";
    private static final String KEY = "submission";
    private static final String REASON = "field-reason";

    @Inject
    Tickets tickets;

    @Inject
    PendingForms pendingForms;

    @Inject
    TicketAccess access;

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

    @Inject
    Texts texts;

    @Inject
    LinkedIssues issues;

    @Inject
    HistoryAddress history;

    @SuppressWarnings("NullAway.Init")
    private TicketView view;

    private List<Attachment> files = List.of();
    private String comment = "";
    private String submissionKey = "";
    private String list = "";
    private String status = "";
    private String seenStatus = "";
    private boolean attaching;
    private String reason = "";

    @PostConstruct
    void open() {
        var work = tickets.work(actor.get(), route.number(), commentForm(), filesForm(), history.portion());
        view = TicketView.of(work.details(), issues.of(work.details().entries()), reader.get(), texts);
        files = work.unsent().files();
        var context = FacesContext.getCurrentInstance();
        var parameters = context.getExternalContext().getRequestParameterMap();
        var wanted = parameters.getOrDefault("list", "");
        list = wanted.startsWith("?") ? wanted : "";
        comment = context.isPostback() ? parameters.getOrDefault(TEXT, "") : kept(work.unsent());
        submissionKey = SubmissionKey.of(parameters.get(KEY));
        status = parameters.getOrDefault("status", "");
        attaching = parameters.containsKey("attach");
        reason = parameters.getOrDefault(REASON, "");
        seenStatus = parameters.getOrDefault("seen-status", view.ticket().status());
    }

    private String kept(UnsentWork unsent) {
        return pendingForms
                .take(route.pathWithoutQuery(), actor.get().subject())
                .flatMap(form -> form.value(TEXT))
                .orElseGet(() -> unsent.draft().getOrDefault("text", ""));
    }

    public void addComment() throws IOException {
        try {
            var words = new Words(comment, Optional.of(submissionKey), Optional.of(commentForm()));
            tickets.say(actor.get(), route.number(), words);
            done("ticket.show.commented");
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    public void addFiles() throws IOException {
        try {
            if (tickets.attachDrafts(actor.get(), route.number(), filesForm(), PostedFiles.ids()) == 0) {
                problems.take(PortalException.invalid(new FieldProblem("files", "ticket.problem.no-file")));
                return;
            }
            done("ticket.show.attached");
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    public void update() throws IOException {
        try {
            tickets.moveTo(actor.get(), route.number(), Optional.of(seenStatus), status);
            done("ticket.show.updated");
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    public void escalate() throws IOException {
        try {
            tickets.escalate(actor.get(), route.number(), reason);
            done("ticket.show.escalated");
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    public void close() throws IOException {
        try {
            tickets.close(actor.get(), route.number());
            notices.success("common.text", Map.of("text", word("CLOSED")));
            reload();
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private void done(String key) throws IOException {
        notices.success(key, Map.of());
        reload();
    }

    private void reload() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(route.path());
    }

    public List<FormProblems.Problem> problems() {
        return problems.list(Map.of(
                "text", texts.text(reader.get(), "ticket.show.comment"),
                "files", texts.text(reader.get(), "ticket.show.files"),
                "reason", texts.text(reader.get(), "ticket.show.reason"),
                "person", texts.text(reader.get(), "ticket.people.email")));
    }

    public String problem(String field) {
        return problems.of(field);
    }

    /** Where the desk lets the requester move it to, but for closing. */
    public List<TicketChoice> moves() {
        return authorized() ? TicketChoice.moves(view, actor.get().role(), status) : List.of();
    }

    /** Whether anything can be added to it by whoever looks. */
    public boolean answerable() {
        return view.ticket().open() && authorized();
    }

    /** Whether whoever looks can escalate it now. */
    public boolean escalatable() {
        return answerable()
                && !view.ticket().escalated()
                && enterprise()
                && view.ticket().organizationId().equals(actor.get().organization());
    }

    /** Whether whoever looks is of an enterprise organization. */
    public boolean enterprise() {
        return view.details().enterprise().isPresent();
    }

    /** The organization's telephone number for emergencies; empty where it has none. */
    public String hotline() {
        return view.details().enterprise().flatMap(Agreement::hotline).orElse("");
    }

    /** Empty where it cannot be dialled from a link. */
    public String hotlineHref() {
        return HelpTarget.of(HelpWay.Kind.PHONE, hotline());
    }

    public String reason() {
        return reason;
    }

    /** Whoever is no authorized contact reads. */
    public boolean authorized() {
        return access.files(actor.get());
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

    /** Whether the place to attach files is open from the start. */
    public boolean attaching() {
        return attaching || !files.isEmpty() || !problem("files").isEmpty();
    }

    public String word(String word) {
        return view.details().desk().word(reader.get(), Word.valueOf(word), Map.of("number", view.number()));
    }

    /** The list as it was left. */
    public String back() {
        return links.tickets() + list;
    }

    public String followUp() {
        return links.newTicket() + "?type=" + view.ticket().type() + "&follows=" + view.number();
    }

    public String comment() {
        return comment;
    }

    public String submissionKey() {
        return submissionKey;
    }

    public String commentForm() {
        return "comment-" + route.number();
    }

    public String filesForm() {
        return "files-" + route.number();
    }
}
