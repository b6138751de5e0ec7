package dev.portico.portal.plugin.boundary;

import dev.portico.i18n.Messages;
import dev.portico.plugin.TenantView;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.settings.Settings;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.plugin.control.TenantDesk;
import java.util.List;

/** A plugin as the current tenant uses it. */
public record EnabledPlugin(PluginManifest manifest, TenantView view, Messages messages, List<TenantDesk> desks) {
    EnabledPlugin withDesks(List<TenantDesk> others) {
        return new EnabledPlugin(manifest, view, messages, others);
    }

    public Settings settings() {
        return view.settings();
    }

    /** Its words for a reader. */
    public PluginTexts texts(Reader reader) {
        return new PluginTexts(messages, reader);
    }
}
