package dev.portico.portal.administration.boundary;

import dev.portico.plugin.host.InstalledPlugin;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.plugin.control.Plugins;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every plugin that was found, what became of it, and who of the tenants served uses it (J1, J2). */
@Named
@RequestScoped
public class PluginsPage {
    private static final int SHORT_DIGEST = 12;

    @Inject
    Plugins plugins;

    @Inject
    TenantPlugins tenantPlugins;

    @Inject
    ServedTenants served;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    @Inject
    Links links;

    private List<Row> rows = List.of();

    /**
     * A plugin in the reader's words; what it could not say of itself is empty.
     *
     * @param title name, or the file's where the plugin has none
     * @param state a constant of {@link InstalledPlugin.State}
     */
    public record Row(
            String id,
            String title,
            String description,
            String version,
            String provider,
            String license,
            String digest,
            String state,
            List<String> problems,
            List<TroubleRow> troubles,
            List<Use> uses) {
        public boolean runs() {
            return state.equals(InstalledPlugin.State.RUNNING.name());
        }
    }

    /**
     * What has failed lately for one of the tenants served.
     *
     * @param point name of the extension point
     * @param reason in English, as the plugin gave it
     */
    public record TroubleRow(String tenant, String point, Instant since, Optional<Instant> retryAt, String reason) {
        /** Whether it is not even called until then. */
        public boolean aside() {
            return retryAt.isPresent();
        }

        public @Nullable Instant until() {
            return retryAt.orElse(null);
        }
    }

    /** @param href of the page where it is configured; empty where the plugin does not run */
    public record Use(String tenant, boolean enabled, String href) {}

    @PostConstruct
    void load() {
        var enabled = new LinkedHashMap<String, Set<String>>();
        served.all().forEach(tenant -> enabled.put(tenant.id(), tenants.within(tenant, tenantPlugins::enabled)));
        rows = plugins.host().plugins().stream()
                .map(plugin -> row(plugin, enabled))
                .toList();
    }

    private Row row(InstalledPlugin plugin, Map<String, Set<String>> enabled) {
        return plugin.content()
                .map(content -> row(plugin, content, enabled))
                .orElseGet(() -> new Row(
                        "",
                        String.valueOf(plugin.jar().getFileName()),
                        "",
                        "",
                        "",
                        "",
                        "",
                        plugin.state().name(),
                        plugin.problems(),
                        List.of(),
                        List.of()));
    }

    private Row row(InstalledPlugin plugin, PluginPackage content, Map<String, Set<String>> enabled) {
        var manifest = content.manifest();
        var texts = new PluginTexts(content, reader.get());
        return new Row(
                manifest.id(),
                texts.text(manifest.name()),
                texts.text(manifest.description()),
                manifest.version(),
                manifest.provider(),
                manifest.license(),
                content.sha256().substring(0, SHORT_DIGEST),
                plugin.state().name(),
                plugin.problems(),
                troubles(manifest.id()),
                uses(plugin, manifest.id(), enabled));
    }

    private List<TroubleRow> troubles(String id) {
        return plugins.host().troubles().stream()
                .filter(trouble -> trouble.pluginId().equals(id))
                .flatMap(trouble -> served.find(trouble.tenantId()).stream()
                        .map(tenant -> new TroubleRow(
                                tenant.name(reader.get().ui()),
                                trouble.point(),
                                trouble.since(),
                                trouble.retryAt(),
                                trouble.lastReason())))
                .toList();
    }

    private List<Use> uses(InstalledPlugin plugin, String id, Map<String, Set<String>> enabled) {
        var runs = plugin.state() == InstalledPlugin.State.RUNNING;
        return served.all().stream()
                .map(tenant -> new Use(
                        tenant.name(reader.get().ui()),
                        enabled.getOrDefault(tenant.id(), Set.of()).contains(id),
                        runs ? links.staffPlugin(tenant.id(), id) : ""))
                .toList();
    }

    public List<Row> rows() {
        return rows;
    }
}
