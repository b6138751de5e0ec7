package dev.portico.portal.language;

import dev.portico.i18n.MessageBundle;
import dev.portico.i18n.Messages;
import java.util.List;
import java.util.Optional;

/** The current tenant's own words, in the place of the portal's or a plugin's. */
@FunctionalInterface
public interface OwnWords {
    /** Origin of the portal's words; a plugin's have its id. */
    String PORTAL = "portal";

    OwnWords NONE = (origin, originals) -> Optional.empty();

    /**
     * The originals with the tenant's words before them; empty where it has none, or there is no tenant.
     *
     * @param originals the same list each time, as long as they are the same
     */
    Optional<Messages> before(String origin, List<MessageBundle> originals);
}
