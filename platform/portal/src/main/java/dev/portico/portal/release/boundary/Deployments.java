package dev.portico.portal.release.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.upgrade.Upgrade;
import dev.portico.plugin.manifest.Capability;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.release.control.Catalogue;
import dev.portico.portal.release.control.DeploymentChanged;
import dev.portico.portal.release.control.DeploymentStore;
import dev.portico.portal.release.entity.PluginDeployment;
import dev.portico.portal.release.entity.PluginNode;
import dev.portico.portal.web.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a platform administrator decides about plugins: the nodes follow. The current tenant is the staff's own. Each
 * decision is in the audit log.
 */
@ApplicationScoped
@Transactional
public class Deployments {
    @Inject
    @ConfigProperty(name = "portico.plugins.probation", defaultValue = "PT2M")
    Duration probation;

    @Inject
    @ConfigProperty(name = "portico.plugins.purge-grace", defaultValue = "P7D")
    Duration purgeGrace;

    @Inject
    DeploymentStore store;

    @Inject
    Releases releases;

    @Inject
    Catalogue catalogue;

    @Inject
    Plans plans;

    @Inject
    CurrentUser user;

    @Inject
    CurrentReader reader;

    @Inject
    Audit audit;

    @Inject
    Event<DeploymentChanged> changed;

    public List<PluginDeployment> all() {
        return store.all();
    }

    /** What the nodes say, by plugin and node. */
    public List<PluginNode> nodes() {
        return store.nodes();
    }

    /**
     * Has every node run a release.
     *
     * @param agreed capabilities that the administrator agrees to
     * @throws PortalException not found, where there is no such release; a conflict, where the plan is not possible or a
     *     capability is new and not agreed to
     */
    public Plan install(String digest, Set<Capability> agreed) {
        user.require(Access.PLATFORM_ADMIN);
        var id = releases.find(digest).orElseThrow(PortalException::notFound).pluginId();
        var deployment = decide(id);
        var plan = plans.of(digest);
        require(plan, agreed);
        deployment.install(digest, Instant.now().plus(probation), user.name(), Instant.now());
        var changes = versions(plan.running(), Optional.of(plan.candidate()));
        if (!plan.upgrade().newCapabilities().isEmpty()) {
            changes.add(new Change(
                    "capabilities",
                    JsonValue.NULL,
                    Json.createValue(spelled(plan.upgrade().newCapabilities()))));
        }
        tell(
                plan.running().isPresent() ? AuditAction.PLUGIN_UPGRADED : AuditAction.PLUGIN_INSTALLED,
                id,
                Optional.of(digest),
                changes);
        return plan;
    }

    private void require(Plan plan, Set<Capability> agreed) {
        if (plan.installed()) {
            throw PortalException.conflict("release.installed-already", Map.of());
        }
        if (!plan.problems().isEmpty()) {
            throw Refusal.of(plan.problems(), reader.get());
        }
        if (plan.strands()) {
            throw PortalException.conflict("release.strands", Map.of());
        }
        if (!agreed.containsAll(plan.upgrade().newCapabilities())) {
            throw PortalException.conflict(
                    "release.consent-missing",
                    Map.of("capabilities", spelled(plan.upgrade().newCapabilities())));
        }
    }

    private static String spelled(Set<Capability> capabilities) {
        return capabilities.stream()
                .sorted()
                .map(capability -> capability.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /**
     * Lets the release before take its place again.
     *
     * @throws PortalException not found, where nobody has decided about the plugin; a conflict, where no way back is left or
     *     open tickets have no place in what was before
     */
    public void rollBack(String pluginId) {
        user.require(Access.PLATFORM_ADMIN);
        var deployment = store.lock(pluginId).orElseThrow(PortalException::notFound);
        var back = deployment.previous().orElseThrow(() -> PortalException.conflict("release.no-way-back", Map.of()));
        var running = releases.wanted(pluginId);
        var before = plans.admissible(back);
        running.map(now -> Upgrade.of(now.manifest(), before.manifest()).strandingTickets())
                .filter(gone -> plans.effects(before, gone).stream()
                        .anyMatch(tenant -> !tenant.stranded().isEmpty()))
                .ifPresent(gone -> {
                    throw PortalException.conflict("release.strands", Map.of());
                });
        deployment.rollBack(user.name(), Instant.now());
        tell(AuditAction.PLUGIN_ROLLED_BACK, pluginId, Optional.of(back), versions(running, Optional.of(before)));
    }

    /**
     * Has no node run the plugin any more.
     *
     * @param purge whether its tables and settings go as well, after a time in which it can be installed again
     * @throws PortalException not found, where there is no such plugin; a conflict, where a tenant still uses it
     */
    public void remove(String pluginId, boolean purge) {
        user.require(Access.PLATFORM_ADMIN);
        // What was removed with its data kept can lose its data later.
        if (!releases.isWanted(pluginId) && !(purge && store.find(pluginId).isPresent())) {
            throw PortalException.notFound();
        }
        var running = releases.wanted(pluginId);
        var using = plans.using(pluginId);
        if (!using.isEmpty()) {
            var language = reader.get().ui();
            var names = using.stream().map(tenant -> tenant.name(language)).toList();
            throw PortalException.conflict("release.in-use", Map.of("tenants", names));
        }
        var purgeAt = purge ? Instant.now().plus(purgeGrace) : null;
        decide(pluginId).remove(purgeAt, user.name(), Instant.now());
        var changes = versions(running, Optional.empty());
        if (purgeAt != null) {
            changes.add(new Change("purge", JsonValue.NULL, Json.createValue(purgeAt.toString())));
        }
        tell(AuditAction.PLUGIN_REMOVED, pluginId, running.map(PluginPackage::sha256), changes);
    }

    /** What is to be decided about is kept first, so that there is a way back to what the catalogue has now. */
    private PluginDeployment decide(String pluginId) {
        return store.lock(pluginId, () -> {
            var shipped = catalogue.shipped().newest(pluginId);
            shipped.ifPresent(releases::keep);
            return new PluginDeployment(pluginId, shipped.map(PluginPackage::sha256));
        });
    }

    private static ArrayList<Change> versions(Optional<PluginPackage> from, Optional<PluginPackage> to) {
        var changes = new ArrayList<Change>();
        changes.add(new Change("version", version(from), version(to)));
        return changes;
    }

    private static JsonValue version(Optional<PluginPackage> release) {
        return release.<JsonValue>map(known -> Json.createValue(known.manifest().version()))
                .orElse(JsonValue.NULL);
    }

    private void tell(AuditAction action, String pluginId, Optional<String> digest, List<Change> changes) {
        audit.record(action, pluginId, digest, changes);
        changed.fire(new DeploymentChanged(pluginId));
    }
}
