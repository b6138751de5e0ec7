package dev.portico.portal.registration.boundary;

import dev.portico.keycloak.ReturnTo;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.registration.control.RegistrationForm;
import dev.portico.portal.registration.entity.Applicant;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.terms.boundary.TermsQuestion;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where somebody asks for an account. The answer is the same whether or not the address is known. */
@Named
@RequestScoped
public class RegisterPage {
    private static final String ASKED = "asked";
    private static final String RETURN = "return";

    @Inject
    Registrations registrations;

    @Inject
    RegistrationClients clients;

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
    FormProblems problems;

    @Inject
    HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private RegistrationForm form;

    @PostConstruct
    void load() {
        form = RegistrationForm.of(
                parameter("given-name"), parameter("family-name"), parameter("email"), parameter("display-name"));
    }

    /** Before the page is written: takes the form, if it was sent. */
    public void act() throws IOException {
        if (request.getMethod().equals("POST")) {
            try {
                ask();
                FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .redirect(links.register() + "?" + ASKED + "=1&" + RETURN + "=" + encoded(returnTo()));
            } catch (PortalException problem) {
                problems.take(problem);
            }
        }
    }

    private void ask() {
        var wrong = new ArrayList<>(form.problems(tenants.require().names().values()));
        terms.problem().ifPresent(wrong::add);
        if (!wrong.isEmpty()) {
            throw PortalException.invalid(wrong);
        }
        if (!clients.mayAsk(request)) {
            throw PortalException.conflict("registration.problem.often", Map.of());
        }
        registrations.ask(new Applicant(
                form.givenName(),
                form.familyName(),
                form.address(),
                form.displayName(),
                reader.get().ui(),
                reader.get().formats().zone(),
                terms.accepted(),
                returnTo()));
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** Path and query of the page that one came from; empty where that is none of ours. */
    public String returnTo() {
        return Optional.of(parameter(RETURN)).filter(ReturnTo::isLocal).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether the reader has just asked. */
    public boolean asked() {
        return !parameter(ASKED).isEmpty();
    }

    public RegistrationForm form() {
        return form;
    }

    /** Whether only people of known organizations may. */
    public boolean companies() {
        return tenants.require().admission().companies();
    }

    public String tenantName() {
        return tenants.require().name(reader.get().ui());
    }

    /** Of this page. */
    public String here() {
        return returnTo().isEmpty() ? links.register() : links.register(returnTo());
    }

    /** For those who have an account. */
    public String login() {
        return returnTo().isEmpty() ? links.login() : links.login(returnTo());
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("given-name", texts.text(reader.get(), "common.given-name"));
        labels.put("family-name", texts.text(reader.get(), "common.family-name"));
        labels.put("email", texts.text(reader.get(), "account.settings.email"));
        labels.put("display-name", texts.text(reader.get(), "registration.display-name"));
        labels.put(TermsQuestion.FIELD, texts.text(reader.get(), "terms.title"));
        return problems.list(labels);
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }
}
