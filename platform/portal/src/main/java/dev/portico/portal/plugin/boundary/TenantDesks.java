package dev.portico.portal.plugin.boundary;

import dev.portico.i18n.Messages;
import dev.portico.plugin.TenantView;
import dev.portico.plugin.host.Catalog;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.SettingProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.OwnWords;
import dev.portico.portal.plugin.control.CurrentPlugins;
import dev.portico.portal.plugin.control.PluginTables;
import dev.portico.portal.plugin.control.StoredSettings;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.plugin.control.TenantPluginChanged;
import dev.portico.portal.plugin.control.TenantPluginStore;
import dev.portico.portal.plugin.entity.TenantPlugin;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current tenant's enabled plugins and their desks, kept for a short while: every page asks. They are those of the
 * request's plugins, so after a swap they are read anew at once.
 */
@ApplicationScoped
public class TenantDesks {
    private static final Logger LOG = LoggerFactory.getLogger(TenantDesks.class);
    private static final Duration FRESH = Duration.ofSeconds(30);

    @Inject
    CurrentPlugins plugins;

    @Inject
    TenantPluginStore store;

    @Inject
    StoredSettings stored;

    @Inject
    PluginTables tables;

    @Inject
    TenantContext tenants;

    @Inject
    OwnWords own;

    private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();

    private final Map<String, Long> changes = new ConcurrentHashMap<>();

    /**
     * @param catalog what it was read from; values, no class of a plugin
     * @param choices of the tenant, whether they run or not
     * @param complete whether all that the tenant has enabled runs
     * @param change how often the tenant's plugins had been changed here before it was read
     * @param words version of the tenant's own words
     */
    private record Snapshot(
            Catalog catalog,
            Set<Choice> choices,
            List<EnabledPlugin> plugins,
            boolean complete,
            Instant readAt,
            long change,
            long words) {
        // another catalogue that declares the same is another one
        @SuppressWarnings("ReferenceEquality")
        boolean holds(Catalog current, long changes, long wordsVersion) {
            return catalog == current
                    && change == changes
                    && words == wordsVersion
                    && readAt.plus(FRESH).isAfter(Instant.now());
        }
    }

    private record Choice(String pluginId, long settingsVersion) {}

    @Transactional
    public List<EnabledPlugin> enabled() {
        return snapshot().plugins();
    }

    /** Whether all that the tenant has enabled runs: not so in safe mode, or where a plugin has failed to start. */
    @Transactional
    public boolean complete() {
        return snapshot().complete();
    }

    /** What to say where no desk is found: that it may come back, where a plugin is missing. */
    @Transactional
    public PortalException absent() {
        return complete() ? PortalException.notFound() : PortalException.unavailable("failure.desk-unavailable");
    }

    private Snapshot snapshot() {
        var tenant = tenants.require();
        var catalog = plugins.lease().catalog();
        var change = changes.getOrDefault(tenant.id(), 0L);
        var snapshot = snapshots.get(tenant.id());
        if (snapshot == null || !snapshot.holds(catalog, change, tenant.wordsVersion())) {
            snapshot = read(tenant, catalog, change);
            snapshots.put(tenant.id(), snapshot);
        }
        return snapshot;
    }

    @Transactional
    public List<TenantDesk> all() {
        return enabled().stream().flatMap(plugin -> plugin.desks().stream()).toList();
    }

    @Transactional
    public Optional<TenantDesk> ofType(String type) {
        return all().stream().filter(desk -> desk.type().id().equals(type)).findFirst();
    }

    /** What was changed here shows here at once; other nodes see it when what they keep has aged. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) TenantPluginChanged changed) {
        changes.merge(changed.tenantId(), 1L, Long::sum);
    }

    /** For work in the background, which must not act on what has been changed at another node. */
    @Transactional
    public void freshen() {
        var tenantId = tenants.require().id();
        var snapshot = snapshots.get(tenantId);
        if (snapshot != null && !snapshot.choices().equals(choices(store.enabled()))) {
            snapshots.remove(tenantId, snapshot);
        }
    }

    private static Set<Choice> choices(List<TenantPlugin> enabled) {
        return enabled.stream()
                .map(plugin -> new Choice(plugin.pluginId(), plugin.settingsVersion()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Snapshot read(Tenant tenant, Catalog catalog, long change) {
        var choices = store.enabled();
        var enabled = choices.stream()
                .flatMap(choice ->
                        catalog.plugin(choice.pluginId()).stream().map(plugin -> enabled(tenant.id(), plugin, choice)))
                .toList();
        var complete = enabled.size() == choices.size();
        return new Snapshot(
                catalog,
                choices(choices),
                withOneDeskOfEachType(enabled),
                complete,
                Instant.now(),
                change,
                tenant.wordsVersion());
    }

    /** A ticket names its type only, so of two plugins with the same type the first by id has it. */
    static List<EnabledPlugin> withOneDeskOfEachType(List<EnabledPlugin> plugins) {
        var owners = new HashMap<String, String>();
        return plugins.stream()
                .sorted(Comparator.comparing(plugin -> plugin.manifest().id()))
                .map(plugin -> plugin.withDesks(plugin.desks().stream()
                        .filter(desk -> owns(owners, desk))
                        .toList()))
                .toList();
    }

    private static boolean owns(Map<String, String> owners, TenantDesk desk) {
        var type = desk.type().id();
        var plugin = desk.desk().pluginId();
        var owner = owners.merge(type, plugin, (first, later) -> first);
        if (!owner.equals(plugin)) {
            LOG.warn("{} skips ticket type {} of {}: {} has it", desk.tenantId(), type, plugin, owner);
        }
        return owner.equals(plugin);
    }

    private static List<String> places(List<SettingProblem> problems) {
        return problems.stream().map(SettingProblem::place).toList();
    }

    private EnabledPlugin enabled(String tenant, PluginPackage plugin, TenantPlugin choice) {
        var settings = stored.read(tenant, plugin.manifest().settings(), choice);
        if (!settings.problems().isEmpty()) {
            // Only where they are: what was typed there may be a person's address.
            LOG.warn("Settings of {} in {} are not in order: {}", plugin.id(), tenant, places(settings.problems()));
        }
        var originals = List.copyOf(plugin.messages().values());
        var messages = own.before(plugin.id(), originals).orElseGet(() -> new Messages(originals));
        var itsTables = tables.of(plugin.manifest(), tenant);
        var desks = plugin.desks().stream()
                .map(desk -> new TenantDesk(tenant, desk, settings.settings(), messages, itsTables))
                .toList();
        var view = new TenantView(tenant, settings.settings(), itsTables);
        return new EnabledPlugin(plugin.manifest(), choice.settingsVersion(), view, messages, desks);
    }
}
