package dev.portico.portal.plugin.boundary;

import dev.portico.i18n.Messages;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.SettingProblem;
import dev.portico.portal.plugin.control.Plugins;
import dev.portico.portal.plugin.control.StoredSettings;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.plugin.control.TenantPluginChanged;
import dev.portico.portal.plugin.control.TenantPluginStore;
import dev.portico.portal.plugin.entity.TenantPlugin;
import dev.portico.portal.tenant.control.TenantContext;
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
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The current tenant's enabled plugins and their desks, kept for a short while: every page asks. */
@ApplicationScoped
public class TenantDesks {
    private static final Logger LOG = LoggerFactory.getLogger(TenantDesks.class);
    private static final Duration FRESH = Duration.ofSeconds(30);

    @Inject
    Plugins plugins;

    @Inject
    TenantPluginStore store;

    @Inject
    StoredSettings stored;

    @Inject
    TenantContext tenants;

    private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();

    private final Map<String, Long> changes = new ConcurrentHashMap<>();

    /** @param change how often the tenant's plugins had been changed here before it was read */
    private record Snapshot(List<EnabledPlugin> plugins, Instant readAt, long change) {}

    @Transactional
    public List<EnabledPlugin> enabled() {
        var tenant = tenants.require().id();
        var change = changes.getOrDefault(tenant, 0L);
        var snapshot = snapshots.get(tenant);
        if (snapshot == null
                || snapshot.change() != change
                || snapshot.readAt().plus(FRESH).isBefore(Instant.now())) {
            snapshot = new Snapshot(read(tenant), Instant.now(), change);
            snapshots.put(tenant, snapshot);
        }
        return snapshot.plugins();
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

    private List<EnabledPlugin> read(String tenant) {
        var catalog = plugins.catalog();
        var enabled = store.enabled().stream()
                .flatMap(choice ->
                        catalog.plugin(choice.pluginId()).stream().map(plugin -> enabled(tenant, plugin, choice)))
                .toList();
        return withOneDeskOfEachType(enabled);
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
        var messages = new Messages(List.copyOf(plugin.messages().values()));
        var desks = plugin.desks().stream()
                .map(desk -> new TenantDesk(tenant, desk, settings.settings(), messages))
                .toList();
        return new EnabledPlugin(plugin.manifest(), settings.settings(), messages, desks);
    }
}
