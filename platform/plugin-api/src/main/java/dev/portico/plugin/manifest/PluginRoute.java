package dev.portico.plugin.manifest;

import java.util.Optional;

/**
 * An address of a tenant that the plugin answers. The portal's own addresses come first, and of two plugins the first by
 * id.
 *
 * @param id what the {@link dev.portico.plugin.web.WebHandler} knows it by
 * @param path segments such as {@code status/incidents/{id}} below the tenant's first page, or below the staff's pages of
 *     the tenant for those who answer or administrate. The last may be {@code **}, for one or more segments; {@code **}
 *     alone is the tenant's entry: its first page, and every address that nothing else answers
 * @param menu message key of its entry in the menu of the staff's pages of the tenant
 */
public record PluginRoute(String id, String path, Access access, Optional<String> menu) {
    /** The path of a tenant's entry. */
    public static final String ENTRY = "**";

    /** One that is in no menu of the staff's. */
    public PluginRoute(String id, String path, Access access) {
        this(id, path, access, Optional.empty());
    }

    /** Who may ask. */
    public enum Access {
        /** Everybody: takes the capability {@code public-routes}. */
        PUBLIC,
        /** Who is logged in to the tenant. */
        CUSTOMER,
        /** Those who answer the tenant's customers. */
        AGENT,
        /** The tenant's administrators. */
        ADMINISTRATOR;

        /** Whether the address is one of the staff's pages. */
        public boolean staff() {
            return this == AGENT || this == ADMINISTRATOR;
        }
    }

    /** Whether it is the tenant's entry. */
    public boolean entry() {
        return path.equals(ENTRY);
    }
}
