package dev.portico.portal.web;

import dev.portico.i18n.Languages;
import dev.portico.keycloak.ReturnTo;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Takes the choice of a language: for this browser, and for the account of whoever is logged in. */
@WebServlet("/internal/language")
public class LanguageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Site site;

    @Inject
    transient LanguageCookie cookie;

    @Inject
    transient Links links;

    @Inject
    transient Visitor visitor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var wanted = request.getParameter("language");
        Languages.supported(site.pseudoLocale()).stream()
                .filter(language -> language.toLanguageTag().equals(wanted))
                .findFirst()
                .ifPresent(language -> {
                    cookie.set(response, language);
                    if (!language.equals(Languages.PSEUDO)) {
                        visitor.prefer(language);
                    }
                });
        Redirect.seeOther(
                response,
                ReturnTo.orElse(request.getParameter("return"), links.landing()).value());
    }
}
