package dev.portico.portal.outgoing.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.PendingForm;
import dev.portico.portal.login.PendingForms;
import dev.portico.portal.outgoing.entity.AllowedOrigin;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.web.CurrentRoute;
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
import org.jspecify.annotations.Nullable;

/** Which origins may be http and private: those that are, one more, one less (F1). */
@Named
@RequestScoped
public class OriginsPage {
    @Inject
    AllowedOrigins origins;

    @Inject
    PendingForms pendingForms;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

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

    private List<AllowedOrigin> rows = List.of();
    private String origin = "";
    private boolean webhooks;

    @PostConstruct
    void load() {
        rows = origins.all();
        if (FacesContext.getCurrentInstance().isPostback()) {
            origin = Optional.ofNullable(request.getParameter("origin")).orElse("");
            webhooks = request.getParameter("webhooks") != null;
        } else {
            pendingForms.take(route.pathWithoutQuery(), user.subject()).ifPresent(this::show);
        }
    }

    private void show(PendingForm form) {
        origin = form.values().getOrDefault("origin", List.of("")).get(0);
        webhooks = form.values().containsKey("webhooks");
    }

    public void add() throws IOException {
        try {
            done("origin.added", origins.add(origin, webhooks));
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    /** Before the page is written: the button carries its origin, so that one of a page grown old means that origin. */
    public void remove() throws IOException {
        var id = request.getParameter("remove");
        if (FacesContext.getCurrentInstance().isPostback() && id != null) {
            try {
                done("origin.removed", origins.remove(id));
            } catch (PortalException gone) {
                if (gone.kind() != PortalException.Kind.NOT_FOUND) {
                    throw gone;
                }
                notices.warning("origin.gone", Map.of());
                back();
            }
        }
    }

    private void done(String message, AllowedOrigin changed) throws IOException {
        notices.success(message, Map.of("origin", changed.origin()));
        back();
    }

    private void back() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(links.staffOrigins());
    }

    public List<AllowedOrigin> rows() {
        return rows;
    }

    public String origin() {
        return origin;
    }

    public boolean webhooks() {
        return webhooks;
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("origin", texts.text(reader.get(), "origin.address"));
        return problems.list(labels);
    }

    /** What is wrong with one input; empty if nothing. */
    public @Nullable String problem(String input) {
        return problems.of(input);
    }
}
