package dev.portico.portal.publisher.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.signature.Signature;
import dev.portico.portal.plugin.control.Plugins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which of the plugins on this node were signed with which key. A jar is read once: what it is does not change. */
@ApplicationScoped
class SignedPlugins {
    private static final Logger LOG = System.getLogger(SignedPlugins.class.getName());

    @Inject
    Plugins plugins;

    private final Map<String, Optional<String>> keys = new ConcurrentHashMap<>();

    /** @param key its SHA-256 */
    List<PluginPackage> with(String key) {
        var installed = plugins.host().plugins().stream()
                .flatMap(plugin -> plugin.content().stream())
                .toList();
        keys.keySet().retainAll(installed.stream().map(PluginPackage::sha256).toList());
        return installed.stream()
                .filter(plugin -> keyOf(plugin).filter(key::equals).isPresent())
                .toList();
    }

    private Optional<String> keyOf(PluginPackage plugin) {
        return keys.computeIfAbsent(plugin.sha256(), digest -> read(plugin));
    }

    private static Optional<String> read(PluginPackage plugin) {
        try {
            return Signature.of(plugin.jar()) instanceof Signature.Signed signed
                    ? Optional.of(signed.signer().key().sha256())
                    : Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "It is not known who signed " + plugin.id(), e);
            return Optional.empty();
        }
    }
}
