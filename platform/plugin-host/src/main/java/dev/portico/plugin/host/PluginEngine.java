package dev.portico.plugin.host;

import dev.portico.plugin.manifest.PluginManifest;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.AbstractExtensionFinder;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.ExtensionFinder;
import org.pf4j.JarPluginManager;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginStatusProvider;
import org.pf4j.RuntimeMode;

/**
 * PF4J for a single plugin: it refuses two versions of an id, so each generation has one of its own. The descriptor
 * comes from our manifest; a plugin has no life-cycle class, all that it runs are extensions.
 */
final class PluginEngine extends JarPluginManager {
    private static final System.Logger LOG = System.getLogger(PluginEngine.class.getName());

    private final PluginPackage content;
    private final List<String> extensionNames;

    PluginEngine(PluginPackage content, List<String> extensionNames) {
        super(folder(content.jar()));
        this.content = content;
        this.extensionNames = List.copyOf(extensionNames);
    }

    private static Path folder(Path jar) {
        var folder = jar.toAbsolutePath().getParent();
        return folder == null ? jar : folder;
    }

    /** Loads every extension class; one that cannot be loaded is an error here and not, as in PF4J, a log entry. */
    List<Class<?>> start() throws ClassNotFoundException {
        loadPlugin(content.jar());
        startPlugin(content.id());
        for (var name : extensionNames) {
            getPluginClassLoader(content.id()).loadClass(name);
        }
        return new ArrayList<>(getExtensionClasses(content.id()));
    }

    void stop() {
        if (getPlugin(content.id()) == null) {
            return;
        }
        try {
            unloadPlugin(content.id());
        } catch (PluginRuntimeException unclosed) {
            LOG.log(Level.WARNING, () -> "The jar of plugin " + content.id() + " could not be closed", unclosed);
        }
    }

    @Override
    public RuntimeMode getRuntimeMode() {
        return RuntimeMode.DEPLOYMENT;
    }

    // PF4J calls the create methods from its constructor, before this class has its fields: they only make objects
    // that look at the fields later.

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new PluginDescriptorFinder() {
            @Override
            public boolean isApplicable(Path jar) {
                return true;
            }

            @Override
            public PluginDescriptor find(Path jar) {
                return descriptor(content.manifest());
            }
        };
    }

    private static PluginDescriptor descriptor(PluginManifest manifest) {
        return new DefaultPluginDescriptor(
                manifest.id(),
                manifest.description(),
                Plugin.class.getName(),
                manifest.version(),
                "*",
                manifest.provider(),
                manifest.license());
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new PluginLoader() {
            @Override
            public boolean isApplicable(Path jar) {
                return true;
            }

            @Override
            public ClassLoader loadPlugin(Path jar, PluginDescriptor descriptor) {
                return new PluginClasses(PluginEngine.this, descriptor, jar);
            }
        };
    }

    @Override
    protected ExtensionFinder createExtensionFinder() {
        return new AbstractExtensionFinder(this) {
            @Override
            public Map<String, Set<String>> readPluginsStorages() {
                return Map.of(content.id(), Set.copyOf(extensionNames));
            }

            @Override
            public Map<String, Set<String>> readClasspathStorages() {
                return Map.of();
            }
        };
    }

    /** What is enabled is the portal's matter, tenant by tenant. */
    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new PluginStatusProvider() {
            @Override
            public boolean isPluginDisabled(String id) {
                return false;
            }

            @Override
            public void disablePlugin(String id) {}

            @Override
            public void enablePlugin(String id) {}
        };
    }
}
