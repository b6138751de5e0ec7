package dev.portico.portal.people.boundary;

import dev.portico.portal.account.entity.Organization.Plan;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.people.control.OrganizationForm;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import dev.portico.portal.web.Route;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An organization of a tenant, there or to be entered (G2, B11). */
@Named
@RequestScoped
public class OrganizationPage {
    private static final String SHOWN = "shown";

    @Inject
    Organizations organizations;

    @Inject
    FormFields fields;

    @Inject
    FormProblems problems;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentRoute route;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    @Inject
    Links links;

    private Optional<String> id = Optional.empty();
    private String name = "";
    private OrganizationForm form = OrganizationForm.EMPTY;
    private String shown = "";

    /** A product to tick. */
    public record Product(String id, String label, boolean chosen) {}

    @PostConstruct
    void load() {
        if (route.route().filter(Route.STAFF_ORGANIZATION::equals).isPresent()) {
            var found = organizations.find(route.id()).orElseThrow(PortalException::notFound);
            id = Optional.of(found.organization().id());
            name = found.organization().name();
            form = found.form();
        }
        shown = form.digest();
        fields.typed(SHOWN).ifPresent(this::take);
    }

    private void take(FormFields.Typed typed) {
        shown = typed.text(SHOWN);
        form = new OrganizationForm(
                typed.text("name"),
                typed.text("plan"),
                typed.all("products"),
                typed.text("domains"),
                typed.text("hotline"),
                typed.checked("shares"));
    }

    public void save() throws IOException {
        try {
            if (id.isPresent()) {
                organizations.change(id.get(), form, shown);
                done("people.organization.saved", id.get());
            } else {
                done("people.organization.created", organizations.create(form));
            }
        } catch (PortalException problem) {
            problems.take(problem);
            if (problem.kind() == PortalException.Kind.OUTDATED) {
                // Who saves again has been told what they replace.
                shown = id.flatMap(organizations::find)
                        .map(found -> found.form().digest())
                        .orElse(shown);
            }
        }
    }

    private void done(String message, String of) throws IOException {
        notices.success(message, Map.of("name", form.name().strip()));
        FacesContext.getCurrentInstance().getExternalContext().redirect(links.staffOrganization(tenantId(), of));
    }

    public boolean fresh() {
        return id.isEmpty();
    }

    public String name() {
        return name;
    }

    public String tenantId() {
        return tenants.require().id();
    }

    public String people() {
        return links.staffPeople(tenantId(), id.orElse(""));
    }

    /** Address of the form for another person of this organization. */
    public String newPerson() {
        return links.staffNewPerson(tenantId(), id.orElse(""));
    }

    public OrganizationForm form() {
        return form;
    }

    public String shown() {
        return shown;
    }

    public boolean enterprise() {
        return form.plan().equals(Plan.ENTERPRISE.name());
    }

    public List<Product> products() {
        return organizations.products().entrySet().stream()
                .map(product -> new Product(
                        product.getKey(), product.getValue(), form.products().contains(product.getKey())))
                .toList();
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        label(labels, "name", "people.organization.name");
        label(labels, "plan", "people.organization.plan");
        label(labels, "hotline", "people.organization.hotline");
        label(labels, "products", "people.organization.products");
        label(labels, "domains", "people.organization.domains");
        label(labels, "shares", "people.organization.shares");
        return problems.list(labels);
    }

    private void label(Map<String, String> labels, String field, String key) {
        labels.put(field, texts.text(reader.get(), key));
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }
}
