package dev.portico.plugin.web;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** Where a link leads. Paths are without a slash at their ends; what a browser must not see raw in them is escaped. */
public sealed interface Address {
    /** Below the tenant's first page. */
    record OfTenant(String path, Map<String, String> query) implements Address {
        public OfTenant {
            Objects.requireNonNull(path);
            query = Map.copyOf(query);
        }
    }

    /** Below the staff's pages of this tenant. */
    record OfStaff(String path, Map<String, String> query) implements Address {
        public OfStaff {
            Objects.requireNonNull(path);
            query = Map.copyOf(query);
        }
    }

    /** Another site. The portal links it if it is {@code https}, {@code mailto} or {@code tel}. */
    record Site(URI uri) implements Address {
        public Site {
            Objects.requireNonNull(uri);
        }
    }

    static Address tenant(String path) {
        return new OfTenant(path, Map.of());
    }

    static Address staff(String path) {
        return new OfStaff(path, Map.of());
    }

    static Address site(URI uri) {
        return new Site(uri);
    }
}
