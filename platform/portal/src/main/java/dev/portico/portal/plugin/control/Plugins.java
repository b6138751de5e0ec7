package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.Catalog;
import dev.portico.plugin.host.Guard;
import dev.portico.plugin.host.GuardThreads;
import dev.portico.plugin.host.PluginHost;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
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
        guard = new Guard(host, threads);
    }

    public Catalog catalog() {
        return host.catalog();
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
