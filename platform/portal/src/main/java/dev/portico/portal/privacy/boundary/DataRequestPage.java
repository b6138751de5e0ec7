package dev.portico.portal.privacy.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.privacy.boundary.DataRequests.Details;
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
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One person's wish to be deleted, for the tenant's administrator to carry out or refuse. */
@Named
@RequestScoped
public class DataRequestPage {
    private static final String NAME = "name";
    private static final String WHY = "why";

    @Inject
    DataRequests requests;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentRoute route;

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
    private Details details;

    @PostConstruct
    void load() {
        details = requests.details(route.id());
    }

    public void carryOut() throws IOException {
        decide(() -> requests.carryOut(route.id(), typed(NAME)), "privacy.erased.done");
    }

    public void refuse() throws IOException {
        decide(() -> requests.refuse(route.id(), typed(WHY)), "privacy.refused.done");
    }

    private void decide(Runnable decision, String done) throws IOException {
        try {
            decision.run();
            notices.success(done, Map.of());
            FacesContext.getCurrentInstance().getExternalContext().redirect(back());
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    public Details details() {
        return details;
    }

    /** Key of the words for what became of it. */
    public String state() {
        return DataRequestListPage.label(details.request().state());
    }

    public String tone() {
        return DataRequestListPage.tone(details.request().state());
    }

    public String leaderless() {
        return details.leaderless().orElse("");
    }

    public String back() {
        return links.staffDataRequests(tenants.require().id());
    }

    public String name() {
        return typed(NAME);
    }

    public String why() {
        return typed(WHY);
    }

    private String typed(String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("");
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        labels.put(NAME, texts.text(reader.get(), "privacy.confirm.name"));
        labels.put(WHY, texts.text(reader.get(), "privacy.why"));
        return problems.list(labels);
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }
}
