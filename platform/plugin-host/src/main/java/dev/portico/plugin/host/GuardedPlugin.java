package dev.portico.plugin.host;

import dev.portico.plugin.TenantView;
import java.util.function.BiFunction;
import org.pf4j.ExtensionPoint;

/** A plugin, to be called through the guard for one tenant, as it was when the lease began. */
public record GuardedPlugin(Guard guard, PluginLease lease, String pluginId, TenantView tenant) {
    /** @param call see {@link Guard#call} */
    public <E extends ExtensionPoint, R> Outcome<R> call(Class<E> point, BiFunction<E, TenantView, R> call) {
        return guard.call(lease, pluginId, point, tenant, extension -> call.apply(extension, tenant));
    }
}
