package dev.portico.plugin.host;

import dev.portico.plugin.PluginApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/**
 * The classes of one generation of a plugin. It sees the JDK, the plugin API and its own jar; nothing of the portal,
 * so that no plugin comes to depend on what is not promised. Classes of the API cannot be shadowed.
 */
final class PluginClasses extends PluginClassLoader {
    PluginClasses(PluginManager engine, PluginDescriptor descriptor, Path jar) {
        super(engine, descriptor, new Shared(PluginApi.class.getClassLoader()));
        addFile(jar.toFile());
    }

    @Override
    protected boolean shouldDelegateToParent(String className) {
        return SharedPackages.shared(className);
    }

    /** Without the JVM's cache of open jars, which would hand the old file to a new generation. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        URL url = getResource(name);
        if (url == null) {
            return null;
        }
        try {
            var connection = url.openConnection();
            connection.setUseCaches(false);
            return connection.getInputStream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The JDK, and of everything else just what a plugin is compiled against. */
    private static final class Shared extends ClassLoader {
        private final ClassLoader api;

        Shared(ClassLoader api) {
            super(ClassLoader.getPlatformClassLoader());
            this.api = api;
        }

        @Override
        protected Class<?> findClass(String className) throws ClassNotFoundException {
            if (SharedPackages.shared(className)) {
                return api.loadClass(className);
            }
            throw new ClassNotFoundException(className);
        }
    }
}
