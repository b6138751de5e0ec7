package dev.portico.plugin;

import dev.portico.plugin.settings.Settings;
import dev.portico.plugin.table.Tables;

/**
 * The tenant on whose behalf a plugin is called, with that tenant's settings of this plugin.
 *
 * @param id the tenant's address segment, for example {@code harmony}
 * @param settings what the tenant's administrator entered, over the manifest's defaults
 * @param tables the plugin's own, with this tenant's rows
 */
public record TenantView(String id, Settings settings, Tables tables) {
    /** Of a plugin without tables of its own. */
    public TenantView(String id, Settings settings) {
        this(id, settings, Tables.NONE);
    }
}
