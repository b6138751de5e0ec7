package dev.portico.portal.administration.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.SettingsReader;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.settings.Setting;
import dev.portico.plugin.settings.SettingType;
import dev.portico.portal.administration.boundary.PluginUse.SecretState;
import dev.portico.portal.administration.control.EnteredSettings;
import dev.portico.portal.administration.control.SettingsDiff;
import dev.portico.portal.administration.control.SettingsExamination;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.plugin.control.CurrentPlugins;
import dev.portico.portal.plugin.control.SealedSecrets;
import dev.portico.portal.plugin.control.StoredSettings;
import dev.portico.portal.plugin.control.TenantPluginChanged;
import dev.portico.portal.plugin.control.TenantPluginStore;
import dev.portico.portal.plugin.entity.SettingsVersion;
import dev.portico.portal.plugin.entity.TenantPlugin;
import dev.portico.portal.secret.SecretCipher;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.control.TicketStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The current tenant's use of the plugins that run: enabled or not, and with which settings. */
@ApplicationScoped
@Transactional
public class TenantPlugins {
    @Inject
    CurrentPlugins plugins;

    @Inject
    TenantPluginStore store;

    @Inject
    StoredSettings stored;

    @Inject
    SettingsExamination examination;

    @Inject
    SecretCipher cipher;

    @Inject
    TicketStore tickets;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentUser user;

    @Inject
    Audit audit;

    @Inject
    Event<TenantPluginChanged> changed;

    /** What a caller wants; what is empty stays as it is. */
    public record Wish(Optional<Boolean> enabled, Optional<JsonObject> settings, Optional<Long> expectedVersion) {}

    /** Ids of those enabled, whether they run or not. */
    public Set<String> enabled() {
        return store.enabled().stream().map(TenantPlugin::pluginId).collect(Collectors.toSet());
    }

    /** @throws PortalException not found, where no such plugin runs */
    public PluginUse use(String pluginId) {
        var plugin = running(pluginId);
        var choice = store.find(pluginId).orElseGet(() -> new TenantPlugin(pluginId));
        var types = plugin.manifest().ticketTypes().stream().map(TicketType::id).toList();
        return new PluginUse(
                choice.enabled(),
                choice.settingsVersion(),
                StoredSettings.object(choice.settings()),
                secretStates(plugin.manifest().settings(), choice),
                types.isEmpty() ? 0 : tickets.countOpen(types));
    }

    private Map<String, SecretState> secretStates(List<Setting> schema, TenantPlugin choice) {
        var sealed = SealedSecrets.read(choice.secrets());
        var opened = stored.secrets(tenant(), schema, choice);
        var states = new TreeMap<String, SecretState>();
        schema.stream()
                .filter(setting -> setting.type() == SettingType.SECRET)
                .map(Setting::id)
                .forEach(id -> states.put(
                        id,
                        opened.containsKey(id)
                                ? SecretState.SET
                                : sealed.sealed(id).isPresent() ? SecretState.LOST : SecretState.NOT_SET));
        return states;
    }

    /**
     * Does all of it or nothing.
     *
     * @throws PortalException not found, where no such plugin runs; outdated, where the version is not the expected one;
     *     invalid, with every problem of the settings at its place; a conflict where the plugin could not check them
     */
    public void change(String pluginId, Wish wish) {
        var plugin = running(pluginId);
        var choice = store.lock(pluginId);
        requireVersion(choice, wish.expectedVersion());
        wish.settings().ifPresent(all -> {
            var entered = EnteredSettings.of(plugin.manifest().settings(), all);
            var problems = problems(plugin, choice, entered);
            if (!problems.isEmpty()) {
                throw PortalException.invalid(problems);
            }
            configure(plugin, choice, entered, Optional.empty());
        });
        wish.enabled().ifPresent(wanted -> enable(plugin, choice, wanted));
    }

    /**
     * Makes the settings of an earlier version the next version. Secrets stay what they are.
     *
     * @throws PortalException as {@link #change}; a conflict where the plugin no longer takes them
     */
    public void restore(String pluginId, long version, Optional<Long> expectedVersion) {
        var plugin = running(pluginId);
        var choice = store.lock(pluginId);
        requireVersion(choice, expectedVersion);
        var earlier = store.version(pluginId, version).orElseThrow(PortalException::notFound);
        var entered = EnteredSettings.of(plugin.manifest().settings(), StoredSettings.object(earlier.settings()));
        if (!problems(plugin, choice, entered).isEmpty()) {
            throw PortalException.conflict("plugin.restore.unfit", Map.of("version", version));
        }
        configure(plugin, choice, entered, Optional.of(version));
    }

    /**
     * Newest first.
     *
     * @param below a version number
     */
    public List<SettingsVersion> versions(String pluginId, long below, int most) {
        return store.versions(pluginId, below, most);
    }

    private void requireVersion(TenantPlugin choice, Optional<Long> expected) {
        if (expected.isPresent() && expected.get() != choice.settingsVersion()) {
            var who = store.version(choice.pluginId(), choice.settingsVersion())
                    .map(SettingsVersion::actorName)
                    .orElse("");
            throw PortalException.outdated(
                    "plugin.settings.outdated", Map.of("version", choice.settingsVersion(), "name", who));
        }
    }

    private void enable(PluginPackage plugin, TenantPlugin choice, boolean wanted) {
        if (choice.enabled() == wanted) {
            return;
        }
        choice.enable(wanted);
        audit.record(
                wanted ? AuditAction.PLUGIN_ENABLED : AuditAction.PLUGIN_DISABLED,
                plugin.id(),
                Optional.of(plugin.sha256()),
                List.of());
        changed.fire(new TenantPluginChanged(tenant()));
    }

    private void configure(
            PluginPackage plugin, TenantPlugin choice, EnteredSettings entered, Optional<Long> restored) {
        var schema = plugin.manifest().settings();
        var before = StoredSettings.object(choice.settings());
        var sealed = SealedSecrets.read(choice.secrets());
        var settings = SettingsReader.worthStoring(schema, entered.plain());
        var nextSealed = sealed(choice, sealed, entered);
        var changes = new ArrayList<>(SettingsDiff.of(before, settings, sealed.versions(), nextSealed.versions()));
        if (changes.isEmpty()) {
            return;
        }
        keepFirst(choice, sealed);
        var from = choice.settingsVersion();
        choice.configure(settings.toString(), nextSealed.toString());
        store.add(SettingsVersion.changed(
                choice, nextSealed.versions().toString(), user.subject(), user.name(), Instant.now(), restored));
        changes.add(0, new Change("version", Json.createValue(from), Json.createValue(choice.settingsVersion())));
        restored.ifPresent(
                version -> changes.add(1, new Change("restored", JsonValue.NULL, Json.createValue(version))));
        audit.record(
                restored.isPresent() ? AuditAction.SETTINGS_RESTORED : AuditAction.SETTINGS_CHANGED,
                plugin.id(),
                Optional.of(plugin.sha256()),
                changes);
        changed.fire(new TenantPluginChanged(tenant()));
    }

    private List<FieldProblem> problems(PluginPackage plugin, TenantPlugin choice, EnteredSettings entered) {
        var secrets = new TreeMap<>(stored.secrets(tenant(), plugin.manifest().settings(), choice));
        secrets.keySet().removeAll(entered.removed());
        secrets.putAll(entered.secrets());
        return examination.problems(plugin, StoredSettings.with(entered.plain(), secrets));
    }

    private SealedSecrets sealed(TenantPlugin choice, SealedSecrets before, EnteredSettings entered) {
        var sealed = withCurrentKey(choice, before);
        for (var id : entered.removed()) {
            sealed = sealed.without(id);
        }
        for (var secret : entered.secrets().entrySet()) {
            var place = new SecretCipher.Place(tenant(), choice.pluginId(), secret.getKey());
            sealed = sealed.with(
                    secret.getKey(), cipher.seal(place, secret.getValue().strip()), choice.settingsVersion() + 1);
        }
        return sealed;
    }

    /** So that after a change of the master key the former one can be forgotten some day. */
    private SealedSecrets withCurrentKey(TenantPlugin choice, SealedSecrets before) {
        var sealed = before;
        for (var id : before.ids()) {
            var place = new SecretCipher.Place(tenant(), choice.pluginId(), id);
            var again = before.sealed(id)
                    .filter(text -> !cipher.isCurrent(text))
                    .flatMap(text -> cipher.open(place, text))
                    .map(secret -> cipher.seal(place, secret));
            if (again.isPresent()) {
                sealed = sealed.resealed(id, again.get());
            }
        }
        return sealed;
    }

    /** What an installation was set up with has no version of its own until it is left. */
    private void keepFirst(TenantPlugin choice, SealedSecrets sealed) {
        if (store.version(choice.pluginId(), choice.settingsVersion()).isEmpty()) {
            store.add(SettingsVersion.first(choice, sealed.versions().toString()));
        }
    }

    private PluginPackage running(String pluginId) {
        return plugins.lease().catalog().plugin(pluginId).orElseThrow(PortalException::notFound);
    }

    private String tenant() {
        return tenants.require().id();
    }
}
