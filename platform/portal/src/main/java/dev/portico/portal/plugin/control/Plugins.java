package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.Catalog;
import dev.portico.plugin.host.Guard;
import dev.portico.plugin.host.PluginHost;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The plugin host of this portal: what runs, and the guard through which it is called. */
@ApplicationScoped
public class Plugins {
    @Inject
    @ConfigProperty(name = "portico.plugins.dir")
    String folder;

    @Resource
    ManagedExecutorService executor;

    @SuppressWarnings("NullAway.Init")
    private PluginHost host;

    @SuppressWarnings("NullAway.Init")
    private Guard guard;

    @PostConstruct
    void open() {
        host = PluginHost.open(Path.of(folder));
        guard = new Guard(host, executor);
    }

    public Catalog catalog() {
        return host.catalog();
    }

    public Guard guard() {
        return guard;
    }

    @PreDestroy
    void close() {
        host.close();
    }
}
