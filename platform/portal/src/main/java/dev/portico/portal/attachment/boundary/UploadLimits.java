package dev.portico.portal.attachment.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How much the current tenant takes, for the hint beside a file field. */
@Named
@RequestScoped
public class UploadLimits {
    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    /** The largest file, in the reader's words. */
    public String size() {
        return reader.get().formats().bytes(tenants.require().maxFileBytes());
    }

    public int count() {
        return tenants.require().maxFiles();
    }
}
