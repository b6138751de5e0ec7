package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.PluginLease;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * The plugins as they were when the current request or job first asked for them. They stay so until it ends, whatever
 * is swapped meanwhile; the next one sees what is new.
 *
 * <p>What answers after its request has ended (an asynchronous answer) takes a lease of its own from {@link Plugins}.
 */
@RequestScoped
public class CurrentPlugins {
    @Inject
    Plugins plugins;

    @SuppressWarnings("NullAway.Init")
    private PluginLease lease;

    @PostConstruct
    void begin() {
        lease = plugins.lease();
    }

    /** Not to be closed, and not to be kept beyond the request. */
    public PluginLease lease() {
        return lease;
    }

    @PreDestroy
    void end() {
        lease.close();
    }
}
