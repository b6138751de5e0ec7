package dev.portico.portal.plugin.boundary;

import dev.portico.i18n.Messages;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.settings.Settings;
import dev.portico.portal.plugin.control.TenantDesk;
import java.util.List;

/** A plugin as the current tenant uses it. */
public record EnabledPlugin(PluginManifest manifest, Settings settings, Messages messages, List<TenantDesk> desks) {
    EnabledPlugin withDesks(List<TenantDesk> others) {
        return new EnabledPlugin(manifest, settings, messages, others);
    }
}
