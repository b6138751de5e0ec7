package dev.portico.plugin.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.pf4j.ExtensionPoint;

/**
 * One loading of one version of a plugin, with a class loader of its own. Whoever runs its code holds a lease; a
 * retired generation grants no new one and is unloaded when the last ends, so two generations can stand side by side.
 */
final class Generation {
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();
    private final PluginPackage content;
    private final PluginEngine engine;
    private final List<Class<?>> extensionClasses = new ArrayList<>();
    private final Map<Class<?>, Object> extensions = new ConcurrentHashMap<>();
    private int leases;
    private boolean retired;

    /** To be closed when the plugin's code has returned. */
    interface Lease extends AutoCloseable {
        @Override
        void close();
    }

    private Generation(PluginPackage content, PluginEngine engine) {
        this.content = content;
        this.engine = engine;
    }

    /**
     * @throws ClassNotFoundException if the jar has no class for an extension of its index
     * @throws LinkageError if a class cannot be defined here
     */
    static Generation start(PluginPackage content) throws IOException, ClassNotFoundException {
        var generation = new Generation(content, new PluginEngine(content, extensionNames(content)));
        var started = false;
        try {
            generation.extensionClasses.addAll(generation.engine.start());
            started = true;
            return generation;
        } finally {
            if (!started) {
                generation.retire();
            }
        }
    }

    private static List<String> extensionNames(PluginPackage content) throws IOException {
        try (var jar = new PluginJar(content.jar())) {
            return jar.text(PluginJar.EXTENSIONS, new Problems())
                    .orElse("")
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    long number() {
        return number;
    }

    ClassLoader classLoader() {
        return engine.getPluginClassLoader(content.id());
    }

    <E extends ExtensionPoint> boolean offers(Class<E> point) {
        return extensionClass(point).isPresent();
    }

    /** The plugin's first extension of the point; made when first asked for, by its own code, so only under a guard. */
    <E extends ExtensionPoint> Optional<E> extension(Class<E> point) {
        return extensionClass(point).map(type -> {
            var extension = extensions.get(type);
            if (extension == null) {
                // no computeIfAbsent: a constructor that hangs would hold its lock
                var made = engine.getExtensionFactory().create(type);
                var earlier = extensions.putIfAbsent(type, made);
                extension = earlier == null ? made : earlier;
            }
            return point.cast(extension);
        });
    }

    private synchronized Optional<Class<?>> extensionClass(Class<?> point) {
        return extensionClasses.stream().filter(point::isAssignableFrom).findFirst();
    }

    /** Empty once it is retired. */
    synchronized Optional<Lease> lease() {
        if (retired) {
            return Optional.empty();
        }
        leases++;
        return Optional.of(this::giveBack);
    }

    private synchronized void giveBack() {
        leases--;
        unloadIfUnused();
    }

    synchronized void retire() {
        if (!retired) {
            retired = true;
            unloadIfUnused();
        }
    }

    private void unloadIfUnused() {
        if (retired && leases == 0) {
            extensions.clear();
            extensionClasses.clear();
            engine.stop();
        }
    }
}
