package dev.portico.portal.terms.boundary;

import dev.portico.keycloak.ReturnTo;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.FormSeal;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.page.Markdown;
import dev.portico.portal.terms.entity.Terms;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant's Terms &amp; Conditions, for everybody: those that count now, or an earlier version of them. Whoever is logged in
 * and has not accepted those that count is asked to.
 */
@Named
@RequestScoped
public class TermsPage {
    @Inject
    TermsOfTenant terms;

    @Inject
    CurrentReader reader;

    @Inject
    TermsQuestion question;

    @Inject
    CurrentUser user;

    @Inject
    FormSeal seal;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @Inject
    FormProblems problems;

    @Inject
    HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private Terms shown;

    private boolean latest;

    @PostConstruct
    void open() {
        var newest = terms.latest().orElseThrow(PortalException::notFound);
        shown = asked().map(version -> terms.find(version).orElseThrow(PortalException::notFound))
                .orElse(newest);
        latest = shown.version() == newest.version();
    }

    /** Before the page is written: takes the form, if it was sent. */
    public void act() throws IOException {
        if (request.getMethod().equals("POST")) {
            try {
                if (toAccept()) {
                    accept();
                }
                FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .redirect(ReturnTo.orElse(returnTo(), links.start()).value());
            } catch (PortalException problem) {
                problems.take(problem);
            }
        }
    }

    private void accept() {
        if (!seal.isOfUser(Optional.ofNullable(request.getParameter("account")).orElse(""))) {
            throw PortalException.forbidden();
        }
        question.problem().ifPresent(wrong -> {
            throw PortalException.invalid(wrong);
        });
        terms.accept(user.subject(), shown.version());
    }

    /** Whether the reader has yet to accept what is shown. */
    public boolean toAccept() {
        return latest
                && user.membership()
                        .filter(member -> member.termsVersion() < shown.version())
                        .isPresent();
    }

    private String returnTo() {
        return Optional.ofNullable(request.getParameter("return")).orElse("");
    }

    /** Of this page. */
    public String here() {
        return links.termsToAccept(returnTo());
    }

    public List<FormProblems.Problem> problems() {
        return problems.list(Map.of(TermsQuestion.FIELD, texts.text(reader.get(), "terms.title")));
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }

    private Optional<Integer> asked() {
        return Optional.ofNullable(request.getParameter("version"))
                .filter(typed -> typed.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    public int version() {
        return shown.version();
    }

    public String date() {
        return reader.get().formats().date(shown.publishedAt());
    }

    /** Whether they count now. */
    public boolean latest() {
        return latest;
    }

    public String html() {
        return Markdown.html(shown.text(reader.get().ui()));
    }

    /** Of the text, which may come in another language than the page. */
    public String language() {
        return shown.spoken(reader.get().ui());
    }
}
