package dev.portico.portal.terms.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Names;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.PendingForms;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.page.Markdown;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.terms.entity.Terms;
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
import java.util.function.UnaryOperator;

/** Where a tenant's administrators write and publish its Terms &amp; Conditions. */
@Named
@RequestScoped
public class StaffTermsPage {
    @Inject
    TermsOfTenant terms;

    @Inject
    TenantContext tenants;

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

    private List<Terms> all = List.of();
    private Map<String, String> entered = Map.of();
    private int since;
    private boolean preview;

    /** One of the tenant's languages. {@code html} is what the entered text looks like. */
    public record Field(String language, String label, String text, String html) {}

    /** A version that was published. */
    public record Version(int number, String date, String by, String href) {}

    @PostConstruct
    void load() {
        all = terms.all();
        since = latest();
        entered = all.stream().findFirst().map(Terms::texts).orElse(Map.of());
        if (FacesContext.getCurrentInstance().isPostback()) {
            take(name -> request.getParameter(name));
        } else {
            pendingForms
                    .take(route.pathWithoutQuery(), user.subject())
                    .ifPresent(form -> take(name -> form.value(name).orElse("")));
        }
    }

    private int latest() {
        return all.stream().findFirst().map(Terms::version).orElse(0);
    }

    private void take(UnaryOperator<String> fields) {
        var typed = new LinkedHashMap<String, String>();
        for (var language : tenants.require().languages()) {
            var text = fields.apply("text-" + language.toLanguageTag());
            typed.put(language.toLanguageTag(), text == null ? "" : text.strip());
        }
        entered = typed;
        var seen = fields.apply("since");
        since = seen != null && seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : since;
    }

    public void look() {
        preview = true;
    }

    public void publish() throws IOException {
        try {
            terms.publish(entered, since);
            notices.success("terms.published", Map.of("tenant", tenantName()));
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(links.staffTerms(tenants.require().id()));
        } catch (PortalException problem) {
            problems.take(problem);
            // Who publishes again has been told that there is another version.
            since = latest();
        }
    }

    public String tenantName() {
        return tenants.require().name(reader.get().ui());
    }

    public int since() {
        return since;
    }

    public boolean preview() {
        return preview;
    }

    public List<Field> fields() {
        return tenants.require().languages().stream()
                .map(language -> {
                    var text = entered.getOrDefault(language.toLanguageTag(), "");
                    return new Field(language.toLanguageTag(), Names.ofLanguage(language), text, Markdown.html(text));
                })
                .toList();
    }

    public List<Version> versions() {
        return all.stream()
                .map(version -> new Version(
                        version.version(),
                        reader.get().formats().dateTime(version.publishedAt()),
                        version.publishedBy(),
                        links.terms(tenants.require().id(), version.version())))
                .toList();
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        fields().forEach(field -> labels.put(
                "text-" + field.language(),
                texts.text(reader.get(), "terms.text.in", Map.of("language", field.label()))));
        return problems.list(labels);
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }
}
