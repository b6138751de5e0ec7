package dev.portico.portal.web;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Names;
import dev.portico.portal.language.Texts;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the failure page says. */
@RequestScoped
@Named("failure")
public class FailurePage {
    @Inject
    Texts texts;

    @Inject
    CurrentReader reader;

    @Inject
    Links links;

    // Nothing here may need the database or the login service: the page tells of their failures as well.
    @Inject
    TenantContext tenants;

    private Failure failure = Failure.notFound();

    void show(Failure what) {
        failure = what;
    }

    public int getStatus() {
        return failure.status();
    }

    public String getTitle() {
        return texts.text(reader.get(), failure.titleKey());
    }

    public String getDetail() {
        return texts.text(reader.get(), failure.detailKey(), failure.args());
    }

    public String getLanguage() {
        return reader.get().ui().toLanguageTag();
    }

    public String getTenantName() {
        return tenants.current()
                .map(tenant -> tenant.name(reader.get().ui()))
                .orElseGet(() -> texts.text(reader.get(), "common.portal"));
    }

    public String getBrandMark() {
        return Names.initial(getTenantName(), reader.get().ui());
    }

    public String getBrandStyle() {
        return tenants.current().map(Tenant::brandStyle).orElse("");
    }

    /** Empty where there is nothing to tell the support team. */
    public String getErrorId() {
        return failure.errorId().orElse("");
    }

    /** Empty where trying again would not help. */
    public String getRetry() {
        return failure.retryAt().orElse("");
    }

    public String getRetryLabel() {
        return texts.text(reader.get(), "common.try-again");
    }

    public String getHome() {
        return links.landing();
    }

    public String getHomeLabel() {
        return texts.text(reader.get(), "common.to-start");
    }
}
