package dev.portico.portal.terms.boundary;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.page.Markdown;
import dev.portico.portal.terms.entity.Terms;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The part of a form that asks whether the terms are accepted, where the tenant has any. */
@Named
@RequestScoped
public class TermsQuestion {
    /** The box to tick. */
    public static final String FIELD = "terms";

    private static final String VERSION = "terms-version";

    @Inject
    TermsOfTenant terms;

    @Inject
    CurrentReader reader;

    @Inject
    HttpServletRequest request;

    private Optional<Terms> latest = Optional.empty();

    @PostConstruct
    void open() {
        latest = terms.latest();
    }

    /** Whether there is anything to accept. */
    public boolean asked() {
        return latest.isPresent();
    }

    /** Whether the box was ticked. */
    public boolean ticked() {
        return request.getParameter(FIELD) != null;
    }

    public int version() {
        return latest.map(Terms::version).orElse(0);
    }

    public String date() {
        return latest.map(some -> reader.get().formats().date(some.publishedAt()))
                .orElse("");
    }

    public String html() {
        return latest.map(some -> Markdown.html(some.text(reader.get().ui()))).orElse("");
    }

    /** Of the text, which may come in another language than the page. */
    public String language() {
        return latest.map(some -> some.spoken(reader.get().ui())).orElse("");
    }

    /** Nothing where they are accepted as they count now. */
    public Optional<FieldProblem> problem() {
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        if (!Integer.toString(version()).equals(request.getParameter(VERSION))) {
            return Optional.of(new FieldProblem(FIELD, "terms.problem.changed"));
        }
        return ticked() ? Optional.empty() : Optional.of(new FieldProblem(FIELD, "terms.problem.accept"));
    }

    /** What is accepted, where there is no problem. */
    public Optional<Integer> accepted() {
        return latest.map(Terms::version);
    }
}
