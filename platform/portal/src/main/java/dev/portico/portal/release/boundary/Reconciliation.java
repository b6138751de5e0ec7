package dev.portico.portal.release.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.release.control.Catalogue;
import dev.portico.portal.release.control.DeploymentChanged;
import dev.portico.portal.release.control.DeploymentStore;
import dev.portico.portal.release.control.ProblemList;
import dev.portico.portal.release.entity.PluginDeployment;
import dev.portico.portal.release.entity.PluginNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a node learns and says about the plugins it is to run, each in a transaction of its own. */
@ApplicationScoped
@Transactional
public class Reconciliation {
    /** Portals that may die while they start a release on probation before it is taken for the reason. */
    private static final int MOST_STARTS = 3;

    /** More than all migrations of a release may take. */
    private static final Duration LONGEST_START = Duration.ofHours(1);

    /** Several times what a node lets pass between two words of its own: one that was killed is soon no node. */
    private static final Duration UNHEARD = Duration.ofMinutes(2);

    @Inject
    @ConfigProperty(name = "portico.plugins.probation", defaultValue = "PT2M")
    Duration probation;

    @Inject
    DeploymentStore store;

    @Inject
    Releases releases;

    @Inject
    Catalogue catalogue;

    @Inject
    Audit audit;

    @Inject
    Event<DeploymentChanged> changed;

    /**
     * What a node is to run of a plugin.
     *
     * @param digest empty where it is to run nothing
     * @param decidedAt tells one decision from the next; the portal's beginning where nobody has decided
     * @param probationUntil empty where it is on probation no longer
     */
    public record Wish(String pluginId, Optional<String> digest, Instant decidedAt, Optional<Instant> probationUntil) {
        static Wish of(PluginDeployment deployment) {
            return new Wish(
                    deployment.pluginId(), deployment.wanted(), deployment.changedAt(), deployment.probationUntil());
        }

        static Wish of(PluginPackage shipped) {
            return new Wish(shipped.id(), Optional.of(shipped.sha256()), Instant.EPOCH, Optional.empty());
        }
    }

    /** What a node says of a plugin. */
    public record Observation(
            String pluginId,
            PluginNode.State state,
            Optional<String> digest,
            Optional<String> version,
            List<Problem> problems) {}

    /** By plugin. */
    public Map<String, Wish> wishes() {
        var wishes = new TreeMap<String, Wish>();
        var shipped = catalogue.shipped();
        shipped.plugins().forEach(plugin -> shipped.newest(plugin.id())
                .ifPresent(newest -> wishes.put(plugin.id(), Wish.of(newest))));
        store.all().forEach(deployment -> wishes.put(deployment.pluginId(), Wish.of(deployment)));
        return wishes;
    }

    /** The release that is wished for, from here or from the database. */
    public PluginPackage read(String digest) {
        return releases.read(digest);
    }

    /**
     * A node is about to start what is on probation. Of that a portal may die before it can say why.
     *
     * @return whether it may
     */
    public boolean begin(Wish wish) {
        var deployment = onProbation(wish);
        if (deployment.isEmpty()) {
            // Decided anew, or proven: of that nobody counts starts.
            return stillWished(wish).isPresent();
        }
        var starts = deployment.get().starts();
        if (starts >= MOST_STARTS + otherNodes()) {
            takeBack(deployment.get(), List.of(Problem.died(starts)));
            return false;
        }
        deployment.get().begin(Instant.now().plus(LONGEST_START));
        return true;
    }

    /** Each of them may be at it just now. */
    private long otherNodes() {
        var nodes = store.nodes().stream().map(PluginNode::node).distinct().count();
        return Math.max(0, nodes - 1);
    }

    /** It runs here: its probation begins. */
    public void begun(Wish wish) {
        onProbation(wish).ifPresent(deployment -> deployment.begun(Instant.now().plus(probation)));
    }

    /** It could not be started now, for a reason that passes. */
    public void postponed(Wish wish) {
        onProbation(wish).ifPresent(PluginDeployment::heardOf);
    }

    /** What fails while it is on probation makes room for what ran before, on every node. */
    public boolean takeBack(Wish wish, List<Problem> problems) {
        var deployment = onProbation(wish);
        deployment.ifPresent(failed -> takeBack(failed, problems));
        return deployment.isPresent();
    }

    /**
     * From now on what ran before cannot come back.
     *
     * @return false where a node does not run what is wished for yet, or something else was decided
     */
    public boolean closeWayBack(Wish wish) {
        var deployment = arrived(wish);
        deployment.ifPresent(PluginDeployment::closeWayBack);
        return deployment.isPresent();
    }

    /** It has proven itself, once every node runs it. */
    public void pass(Wish wish) {
        arrived(wish).ifPresent(PluginDeployment::pass);
    }

    private Optional<PluginDeployment> arrived(Wish wish) {
        var behind = store.nodes().stream()
                .filter(node -> node.pluginId().equals(wish.pluginId()))
                .anyMatch(node -> !node.digest().equals(wish.digest()));
        return behind ? Optional.empty() : stillWished(wish);
    }

    private Optional<PluginDeployment> onProbation(Wish wish) {
        return stillWished(wish).filter(deployment -> deployment
                .probationUntil()
                .filter(until -> until.isAfter(Instant.now()))
                .isPresent());
    }

    private Optional<PluginDeployment> stillWished(Wish wish) {
        return store.lock(wish.pluginId())
                .filter(deployment -> deployment.wanted().equals(wish.digest())
                        && deployment.changedAt().equals(wish.decidedAt())
                        && deployment.probationUntil().isPresent());
    }

    private void takeBack(PluginDeployment deployment, List<Problem> problems) {
        var failed = deployment.wanted();
        deployment.takeBack(ProblemList.write(problems), Instant.now());
        audit.record(
                AuditAction.PLUGIN_TAKEN_BACK,
                deployment.pluginId(),
                failed,
                List.of(
                        new Change("version", version(failed), version(deployment.wanted())),
                        new Change(
                                "reason",
                                JsonValue.NULL,
                                Json.createValue(
                                        problems.stream().map(Problem::toString).collect(Collectors.joining("; "))))));
        changed.fire(new DeploymentChanged(deployment.pluginId()));
    }

    private JsonValue version(Optional<String> digest) {
        return digest.flatMap(store::release)
                .<JsonValue>map(release -> Json.createValue(release.version()))
                .orElse(JsonValue.NULL);
    }

    /** Replaces all that the node has said. */
    public void report(String node, List<Observation> observations) {
        var now = Instant.now();
        var said = store.ofNode(node).stream().collect(Collectors.toMap(PluginNode::pluginId, Function.identity()));
        for (var observation : observations) {
            var known = said.remove(observation.pluginId());
            var line = known == null ? new PluginNode(node, observation.pluginId()) : known;
            line.say(
                    observation.state(),
                    observation.digest(),
                    observation.version(),
                    ProblemList.write(observation.problems()),
                    now);
            if (known == null) {
                store.add(line);
            }
        }
        said.values().forEach(store::delete);
        store.forgetOthers(node, now.minus(UNHEARD));
    }
}
