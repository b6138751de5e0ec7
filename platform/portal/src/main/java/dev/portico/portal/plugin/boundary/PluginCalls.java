package dev.portico.portal.plugin.boundary;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.host.GuardedPlugin;
import dev.portico.portal.plugin.control.CurrentPlugins;
import dev.portico.portal.plugin.control.Plugins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Calls the current tenant's plugins, as they were when the request or job began. */
@ApplicationScoped
public class PluginCalls {
    @Inject
    Plugins plugins;

    @Inject
    CurrentPlugins current;

    /** For calls within the request or job. They run in other threads: nothing of the request or transaction is there. */
    public GuardedPlugin to(EnabledPlugin plugin) {
        return to(plugin.manifest().id(), plugin.view());
    }

    /** The same for a plugin that runs, whether the tenant has enabled it or not. */
    public GuardedPlugin to(String pluginId, TenantView view) {
        return new GuardedPlugin(plugins.guard(), current.lease(), pluginId, view);
    }
}
