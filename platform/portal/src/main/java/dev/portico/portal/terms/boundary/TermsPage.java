package dev.portico.portal.terms.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.page.Markdown;
import dev.portico.portal.terms.entity.Terms;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** A tenant's Terms &amp; Conditions, for everybody: those that count now, or an earlier version of them. */
@Named
@RequestScoped
public class TermsPage {
    @Inject
    TermsOfTenant terms;

    @Inject
    CurrentReader reader;

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
