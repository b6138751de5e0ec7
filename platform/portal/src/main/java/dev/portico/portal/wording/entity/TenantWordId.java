package dev.portico.portal.wording.entity;

import java.io.Serializable;
import java.util.Objects;

/** Key of a tenant's words within the tenant. A class, not a record: JPA 3.1 asks for one. */
public class TenantWordId implements Serializable {
    private static final long serialVersionUID = 1L;

    private String origin = "";
    private String messageKey = "";
    private String language = "";

    public TenantWordId() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof TenantWordId that
                && that.origin.equals(origin)
                && that.messageKey.equals(messageKey)
                && that.language.equals(language);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, messageKey, language);
    }
}
