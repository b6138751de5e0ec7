package dev.portico.portal.registration.boundary;

import dev.portico.keycloak.ReturnTo;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.Passwords;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.registration.boundary.Registrations.Shown;
import dev.portico.portal.registration.entity.Registration.State;
import dev.portico.portal.tenant.control.TenantContext;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the mail of a registration leads: reading it changes nothing, since scanners of mail follow links. */
@Named
@RequestScoped
public class RegistrationPage {
    @Inject
    Registrations registrations;

    @Inject
    RegistrationCompletion completion;

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
    private Shown shown;

    @PostConstruct
    void load() {
        shown = registrations.find(route.token()).orElseThrow(PortalException::notFound);
    }

    /** Before the page is written: does what was asked for. */
    public void act() throws IOException {
        var answer = FacesContext.getCurrentInstance().getExternalContext();
        answer.setResponseHeader("Cache-Control", "no-store");
        if (request.getMethod().equals("POST") && open()) {
            complete();
        }
        if (!open()) {
            answer.setResponseStatus(HttpServletResponse.SC_GONE);
        }
    }

    private void complete() throws IOException {
        try {
            var password = Optional.ofNullable(request.getParameter(Passwords.FIELD));
            var entered = completion.complete(request, route.token(), password.orElse(""));
            if (entered) {
                notices.success("registration.done", Map.of(), "invitation.second-factor", links.security());
            } else {
                notices.success("invitation.accepted.login", Map.of());
            }
            var wanted = ReturnTo.orElse(shown.applicant().returnTo(), links.start());
            FacesContext.getCurrentInstance().getExternalContext().redirect(entered ? wanted.value() : links.landing());
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    /** Whether it can be completed. */
    public boolean open() {
        return shown.state() == State.OPEN;
    }

    public boolean used() {
        return shown.state() == State.USED;
    }

    public String name() {
        return shown.applicant().name();
    }

    public String displayName() {
        return shown.applicant().displayName();
    }

    public String email() {
        return shown.applicant().email();
    }

    public String tenantName() {
        return tenants.require().name(reader.get().ui());
    }

    /** Of this page. */
    public String here() {
        return route.pathWithoutQuery();
    }

    public List<FormProblems.Problem> problems() {
        return problems.list(Map.of(Passwords.FIELD, texts.text(reader.get(), "account.password")));
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }
}
