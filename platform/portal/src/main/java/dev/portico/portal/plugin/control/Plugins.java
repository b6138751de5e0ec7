package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.Catalog;
import dev.portico.plugin.host.Guard;
import dev.portico.plugin.host.GuardThreads;
import dev.portico.plugin.host.InstalledPlugin;
import dev.portico.plugin.host.Outcome;
import dev.portico.plugin.host.PluginHost;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The plugin host of this portal: what runs, and the guard through which it is called. */
@ApplicationScoped
public class Plugins {
    /** A call takes milliseconds; more than this at once are plugins that hang. */
    private static final int MOST_CALLS = 8;

    private static final int MOST_WAITING = 64;

    @Inject
    @ConfigProperty(name = "portico.plugins.dir")
    String folder;

    @Inject
    Event<PluginCalled> called;

    @SuppressWarnings("NullAway.Init")
    private PluginHost host;

    @SuppressWarnings("NullAway.Init")
    private ExecutorService threads;

    @SuppressWarnings("NullAway.Init")
    private Guard guard;

    @PostConstruct
    void open() {
        host = PluginHost.open(Path.of(folder));
        threads = GuardThreads.open(MOST_CALLS, MOST_WAITING);
        guard = new Guard(host, threads, this::tell);
    }

    private void tell(String pluginId, Class<?> point, String tenantId, Outcome<?> outcome) {
        called.fire(PluginCalled.of(pluginId, point.getSimpleName(), tenantId, outcome));
    }

    public Catalog catalog() {
        return host.catalog();
    }

    /** Every plugin that was found, whatever became of it. */
    public List<InstalledPlugin> installed() {
        return host.plugins();
    }

    public Guard guard() {
        return guard;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        host.close();
    }
}
