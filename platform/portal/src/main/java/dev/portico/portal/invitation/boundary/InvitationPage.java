package dev.portico.portal.invitation.boundary;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.invitation.boundary.Invitations.Invited;
import dev.portico.portal.invitation.entity.Invitation.State;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.Passwords;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.terms.boundary.TermsQuestion;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an invitation leads. Reading it changes nothing, since scanners of mail follow links; what is entered is kept
 * nowhere but in the request.
 */
@Named
@RequestScoped
public class InvitationPage {
    private static final String AGAIN = "again";
    private static final String ASKED = "asked";

    @Inject
    Invitations invitations;

    @Inject
    InvitationAcceptance acceptance;

    @Inject
    InvitationRequests requests;

    @Inject
    TermsQuestion terms;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentRoute route;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @Inject
    Notices notices;

    @Inject
    FormProblems problems;

    @Inject
    HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private Invited invited;

    @PostConstruct
    void load() {
        invited = invitations.find(route.token()).orElseThrow(PortalException::notFound);
    }

    /** Before the page is written: does what was asked for. */
    public void act() throws IOException {
        var answer = FacesContext.getCurrentInstance().getExternalContext();
        answer.setResponseHeader("Cache-Control", "no-store");
        if (request.getMethod().equals("POST")) {
            if (open() && request.getParameter(AGAIN) == null) {
                accept();
            } else if (request.getParameter(AGAIN) != null) {
                requests.again(request, route.token());
                answer.redirect(route.pathWithoutQuery() + "?" + ASKED + "=1");
            }
        }
        if (!open()) {
            answer.setResponseStatus(HttpServletResponse.SC_GONE);
        }
    }

    private void accept() throws IOException {
        try {
            check();
            var entered = acceptance.accept(request, route.token(), password(), terms.accepted());
            if (entered) {
                notices.success(
                        "invitation.accepted", Map.of("name", name()), "invitation.second-factor", links.security());
            } else {
                notices.success("invitation.accepted.login", Map.of());
            }
            FacesContext.getCurrentInstance().getExternalContext().redirect(entered ? links.start() : links.landing());
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private void check() {
        var empty = password().isEmpty()
                ? Optional.of(new FieldProblem(Passwords.FIELD, "account.password.empty"))
                : Optional.<FieldProblem>empty();
        var wrong = Stream.of(empty, terms.problem()).flatMap(Optional::stream).toList();
        if (!wrong.isEmpty()) {
            throw PortalException.invalid(wrong);
        }
    }

    private String password() {
        return Optional.ofNullable(request.getParameter(Passwords.FIELD)).orElse("");
    }

    /** Whether it can be accepted. */
    public boolean open() {
        return invited.state() == State.OPEN;
    }

    public boolean expired() {
        return invited.state() == State.EXPIRED;
    }

    public boolean used() {
        return invited.state() == State.USED;
    }

    public boolean replaced() {
        return invited.state() == State.REPLACED;
    }

    /** Whether the reader has just asked for a new one. */
    public boolean asked() {
        return request.getParameter(ASKED) != null;
    }

    public String name() {
        return invited.name();
    }

    public String email() {
        return invited.email();
    }

    public String tenantName() {
        return tenants.require().name(reader.get().ui());
    }

    /** Of this page. */
    public String here() {
        return route.pathWithoutQuery();
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        labels.put(Passwords.FIELD, texts.text(reader.get(), "account.password"));
        labels.put(TermsQuestion.FIELD, texts.text(reader.get(), "terms.title"));
        return problems.list(labels);
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }
}
