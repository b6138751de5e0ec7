package dev.portico.portal.administration.boundary;

import jakarta.json.JsonObject;
import java.util.Map;

/**
 * A plugin as one tenant uses it.
 *
 * @param version of the settings
 * @param settings what was entered, without secrets
 * @param secrets by setting
 * @param openTickets of the plugin's types
 */
record PluginUse(
        boolean enabled, long version, JsonObject settings, Map<String, SecretState> secrets, long openTickets) {
    enum SecretState {
        NOT_SET,
        SET,
        /** Sealed with a key that is not known any more. */
        LOST
    }
}
