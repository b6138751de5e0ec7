package dev.portico.portal.people.boundary;

import dev.portico.plugin.manifest.Field;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.people.control.OrganizationForm;
import dev.portico.portal.people.control.OrganizationRules;
import dev.portico.portal.people.control.OrganizationStore;
import dev.portico.portal.people.control.OrganizationStore.Choice;
import dev.portico.portal.people.control.PeopleQuery.From;
import dev.portico.portal.people.control.Portion;
import dev.portico.portal.people.control.Shown;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.web.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The organizations of the current tenant, as its CSMs decide about them (G2, B11). */
@ApplicationScoped
@Transactional
public class Organizations {
    /** As many as a menu offers; a person of another is entered from its own page. */
    static final int MOST_CHOICES = 500;

    @Inject
    OrganizationStore store;

    @Inject
    AccountStore accounts;

    @Inject
    TenantDesks desks;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentUser user;

    @Inject
    Audit audit;

    public Portion<OrganizationStore.Row> portion(String keyword, From from, int size) {
        user.require(Access.CSM);
        return store.portion(keyword, from, size);
    }

    /**
     * By name.
     *
     * @param chosen id of one that has to be among them, if it is known
     */
    public List<Choice> choices(String chosen) {
        user.require(Access.CSM);
        var choices = new ArrayList<>(store.choices(MOST_CHOICES));
        if (choices.stream().noneMatch(choice -> choice.id().equals(chosen))) {
            store.find(chosen).ifPresent(found -> choices.add(new Choice(found.id(), found.name())));
        }
        return choices;
    }

    /** An organization with the domains of its people's addresses. */
    public record Found(Organization organization, OrganizationForm form) {}

    public Optional<Found> find(String id) {
        user.require(Access.CSM);
        return store.find(id).map(found -> new Found(found, OrganizationForm.of(found, store.domains(id))));
    }

    /** What the tenant's desks offer, by id, in the reader's words. */
    public Map<String, String> products() {
        var products = new LinkedHashMap<String, String>();
        desks.all().forEach(desk -> desk.type().field(Field.Kind.PRODUCT).ifPresent(field -> desk.options(field)
                .forEach(product -> products.putIfAbsent(
                        product.id(), product.label(reader.get().ui())))));
        return products;
    }

    /**
     * @return the new organization's id
     * @throws PortalException invalid, with every problem at its field
     */
    public String create(OrganizationForm form) {
        user.require(Access.CSM);
        var checked = OrganizationRules.check(form, products().keySet());
        store.serialize();
        var organization = new Organization(UUID.randomUUID().toString(), checked.name(), Instant.now());
        requireFree(checked, organization.id());
        organization.agree(checked.agreement());
        accounts.add(organization);
        store.replaceDomains(organization.id(), checked.domains());
        audit.record(
                AuditAction.ORGANIZATION_CREATED,
                organization.id(),
                Optional.empty(),
                Shown.changes(
                        Map.of(),
                        OrganizationForm.of(organization, checked.domains()).fields()));
        return organization.id();
    }

    /**
     * @param shown digest of what the form showed before it was filled in
     * @throws PortalException invalid, with every problem at its field; outdated, with what stands at each by now
     */
    public void change(String id, OrganizationForm form, String shown) {
        user.require(Access.CSM);
        store.serialize();
        var organization = store.lock(id).orElseThrow(PortalException::notFound);
        var before = OrganizationForm.of(organization, store.domains(id));
        if (!before.digest().equals(shown)) {
            throw new PortalException(
                    PortalException.Kind.OUTDATED,
                    "people.outdated",
                    Map.of(),
                    Shown.conflicts(before.fields(), form.fields(), Map.of()));
        }
        var checked = OrganizationRules.check(form, products().keySet());
        requireFree(checked, id);
        organization.rename(checked.name());
        organization.agree(checked.agreement());
        store.replaceDomains(id, checked.domains());
        var changes = Shown.changes(
                before.fields(),
                OrganizationForm.of(organization, checked.domains()).fields());
        if (!changes.isEmpty()) {
            audit.record(AuditAction.ORGANIZATION_CHANGED, id, Optional.empty(), changes);
        }
    }

    private void requireFree(OrganizationRules.Checked checked, String self) {
        var problems = new ArrayList<FieldProblem>();
        store.named(checked.name()).stream()
                .filter(other -> !other.id().equals(self))
                .findFirst()
                .ifPresent(other -> problems.add(
                        new FieldProblem("name", "people.problem.organization.taken", Map.of("name", other.name()))));
        for (var domain : checked.domains()) {
            store.domain(domain)
                    .filter(other -> !other.organizationId().equals(self))
                    .ifPresent(other -> problems.add(new FieldProblem(
                            "domains",
                            "people.problem.domain.taken",
                            Map.of("domain", domain, "name", name(other.organizationId())))));
        }
        if (!problems.isEmpty()) {
            throw PortalException.invalid(problems);
        }
    }

    private String name(String id) {
        return store.find(id).map(Organization::name).orElse(id);
    }
}
