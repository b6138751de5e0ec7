package dev.portico.portal.branding.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.web.Links;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The tenants that the administrator serves, and what of each can be changed. */
@Named
@RequestScoped
public class TenantsPage {
    @Inject
    ServedTenants served;

    @Inject
    CurrentReader reader;

    @Inject
    Links links;

    /** A tenant in the reader's words. {@code style} is its brand. */
    public record Card(
            String id, String name, String summary, String style, String branding, String texts, String terms) {}

    public List<Card> cards() {
        return served.all().stream().map(this::card).toList();
    }

    private Card card(Tenant tenant) {
        var language = reader.get().ui();
        return new Card(
                tenant.id(),
                tenant.name(language),
                tenant.summary(language),
                tenant.brandStyle(),
                links.staffBranding(tenant.id()),
                links.staffTexts(tenant.id()),
                links.staffTerms(tenant.id()));
    }
}
