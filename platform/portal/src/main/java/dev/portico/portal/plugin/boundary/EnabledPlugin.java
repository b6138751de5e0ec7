package dev.portico.portal.plugin.boundary;

import dev.portico.i18n.Messages;
import dev.portico.plugin.TenantView;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.settings.Settings;
import dev.portico.plugin.web.Address;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.plugin.control.TenantDesk;
import java.util.List;
import java.util.Optional;

/**
 * A plugin as the current tenant uses it.
 *
 * @param settingsVersion of the settings that it sees
 */
public record EnabledPlugin(
        PluginManifest manifest, long settingsVersion, TenantView view, Messages messages, List<TenantDesk> desks) {
    EnabledPlugin withDesks(List<TenantDesk> others) {
        return new EnabledPlugin(manifest, settingsVersion, view, messages, others);
    }

    public Settings settings() {
        return view.settings();
    }

    /** A page of its own that links lead to. */
    public Optional<Address> page(String routeId) {
        return manifest.routes().stream()
                .filter(route -> route.id().equals(routeId))
                .findFirst()
                .map(route -> Address.tenant(route.entry() ? "" : route.path()));
    }

    /** Its words for a reader. */
    public PluginTexts texts(Reader reader) {
        return new PluginTexts(messages, reader);
    }
}
