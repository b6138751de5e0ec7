package dev.portico.portal.subscription.control;

import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.boundary.TenantDesks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The current tenant's plugins that have news. */
@ApplicationScoped
public class NewsChannels {
    @Inject
    TenantDesks plugins;

    @Inject
    Texts texts;

    public List<EnabledPlugin> all() {
        return plugins.enabled().stream()
                .filter(plugin -> plugin.manifest().news().isPresent())
                .toList();
    }

    public Set<String> ids() {
        return all().stream().map(plugin -> plugin.manifest().id()).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<EnabledPlugin> find(String pluginId) {
        return all().stream()
                .filter(plugin -> plugin.manifest().id().equals(pluginId))
                .findFirst();
    }

    /** What it is that people subscribe to; in general words where the plugin does not run. */
    public String label(String pluginId, Reader reader) {
        return find(pluginId)
                .flatMap(plugin -> plugin.manifest().news().map(news -> plugin.texts(reader)
                        .text(news.label())))
                .orElseGet(() -> texts.text(reader, "subscription.channel"));
    }
}
