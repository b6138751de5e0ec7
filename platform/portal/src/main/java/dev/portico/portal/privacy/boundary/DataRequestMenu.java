package dev.portico.portal.privacy.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.page.StaffMenu;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Links;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Leads administrators to those who wait for a decision, while there are any. */
@RequestScoped
public class DataRequestMenu implements StaffMenu {
    @Inject
    DataRequests requests;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @Override
    public Optional<Entry> entry() {
        var count = requests.countWaiting();
        return Optional.of(count)
                .filter(some -> some > 0)
                .map(some -> new Entry(
                        texts.text(reader.get(), "privacy.menu", Map.of("count", some)),
                        links.staffDataRequests(tenants.require().id())));
    }
}
