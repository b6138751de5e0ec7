package dev.portico.portal.branding.boundary;

import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.branding.control.Branding;
import dev.portico.portal.branding.control.BrandingRules;
import dev.portico.portal.branding.control.BrandingStore;
import dev.portico.portal.branding.control.LogoFile;
import dev.portico.portal.branding.entity.TenantLogo;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantChanged;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The current tenant's branding. Its host, by which addresses are told apart, is for administrators of the platform. */
@ApplicationScoped
@Transactional
public class Brandings {
    @Inject
    BrandingStore store;

    @Inject
    TenantContext tenants;

    @Inject
    PublicAddresses addresses;

    @Inject
    CurrentUser user;

    @Inject
    Audit audit;

    @Inject
    Event<TenantChanged> changed;

    /**
     * @param version of the entry that the change was made from
     * @throws PortalException invalid, with every problem at its field; outdated
     */
    public void change(Branding entered, long version) {
        user.require(Access.ADMIN);
        var before = Branding.of(tenants.require());
        var problems = new ArrayList<>(
                BrandingRules.problems(entered, addresses.portal("/").getHost()));
        var changes = entered.since(before);
        if (!entered.host().equals(before.host()) && !user.may(Access.PLATFORM_ADMIN)) {
            problems.add(new FieldProblem("host", "branding.problem.host.platform"));
        }
        if (!problems.isEmpty()) {
            throw PortalException.invalid(problems);
        }
        if (changes.isEmpty()) {
            return;
        }
        switch (store.update(entered, version)) {
            case OUTDATED -> throw PortalException.outdated("branding.outdated", Map.of());
            case HOST_TAKEN -> throw PortalException.invalid(new FieldProblem("host", "branding.problem.host"));
            case DONE -> done(changes);
        }
    }

    /** @throws PortalException invalid, with the field {@code logo} */
    public void changeLogo(byte[] file) {
        user.require(Access.ADMIN);
        replaceLogo(Optional.of(LogoFile.of(file)));
    }

    public void removeLogo() {
        user.require(Access.ADMIN);
        replaceLogo(Optional.empty());
    }

    private void replaceLogo(Optional<TenantLogo> logo) {
        var before = tenants.require().logo();
        var after = logo.map(TenantLogo::sha256);
        if (!before.equals(after)) {
            store.replaceLogo(logo);
            done(List.of(new Change("logo", digest(before), digest(after))));
        }
    }

    private static JsonValue digest(Optional<String> sha256) {
        return sha256.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
    }

    private void done(List<Change> changes) {
        var tenant = tenants.require().id();
        audit.record(AuditAction.BRANDING_CHANGED, tenant, Optional.empty(), changes);
        changed.fire(new TenantChanged(tenant));
    }

    /** @throws PortalException not found, where the tenant has no such logo */
    public TenantLogo logo(String sha256) {
        return store.logo(sha256).orElseThrow(PortalException::notFound);
    }
}
