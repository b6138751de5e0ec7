package dev.portico.portal.privacy.boundary;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.privacy.entity.DataRequest;
import dev.portico.portal.privacy.entity.DataRequestState;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person can do about what is kept about them (G3). */
@Named
@RequestScoped
public class OwnDataPage {
    private static final String REASON = "reason";
    private static final String SURE = "sure";

    @Inject
    OwnData data;

    @Inject
    CurrentUser user;

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

    private Optional<DataRequest> latest = Optional.empty();

    @PostConstruct
    void load() {
        latest = data.latest(user.subject());
    }

    public void ask() throws IOException {
        try {
            if (request.getParameter(SURE) == null) {
                throw PortalException.invalid(new FieldProblem(SURE, "privacy.problem.sure"));
            }
            data.ask(user.subject(), reason());
            leave("privacy.ask.done");
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    public void cancel() throws IOException {
        try {
            data.cancel(user.subject());
            leave("privacy.cancel.done");
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private void leave(String key) throws IOException {
        notices.success(key, Map.of());
        FacesContext.getCurrentInstance().getExternalContext().redirect(links.ownData());
    }

    /** Whether the last request is not decided yet. */
    public boolean waiting() {
        return latest.filter(DataRequest::waiting).isPresent();
    }

    public boolean refused() {
        return latest.filter(some -> some.state() == DataRequestState.REFUSED).isPresent();
    }

    /** The last request, where there is one. */
    public DataRequest last() {
        return latest.orElseThrow();
    }

    /** What was typed. */
    public String reason() {
        return Optional.ofNullable(request.getParameter(REASON)).orElse("");
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        labels.put(REASON, texts.text(reader.get(), "privacy.reason"));
        labels.put(SURE, texts.text(reader.get(), "privacy.ask"));
        return problems.list(labels);
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }
}
