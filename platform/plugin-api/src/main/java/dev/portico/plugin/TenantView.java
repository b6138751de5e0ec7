package dev.portico.plugin;

import dev.portico.plugin.settings.Settings;

/**
 * The tenant on whose behalf a plugin is called, with that tenant's settings of this plugin.
 *
 * @param id the tenant's address segment, for example {@code harmony}
 * @param settings what the tenant's administrator entered, over the manifest's defaults
 */
public record TenantView(String id, Settings settings) {}
