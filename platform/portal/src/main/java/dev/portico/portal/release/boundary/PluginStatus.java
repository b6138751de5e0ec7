package dev.portico.portal.release.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.portal.release.entity.PluginDeployment;
import dev.portico.portal.release.entity.PluginNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a plugin is: what was decided, and what became of it.
 *
 * @param content of what is wanted, or else of what runs here or was last there; empty where none of it can be read
 * @param wanted digest of what every node is to run; empty where it was removed
 * @param deployment empty where nobody has decided and the catalogue does
 * @param nodes what each says
 * @param silent names of the nodes that say nothing of it, or not yet
 * @param offers what else the catalogue has of it, the newest last
 * @param problems why it is not as it should be
 */
public record PluginStatus(
        String id,
        Optional<PluginPackage> content,
        Optional<String> wanted,
        Optional<PluginDeployment> deployment,
        List<PluginNode> nodes,
        Set<String> silent,
        List<PluginPackage> offers,
        List<Problem> problems) {
    public PluginStatus {
        nodes = List.copyOf(nodes);
        silent = Set.copyOf(silent);
        offers = List.copyOf(offers);
        problems = List.copyOf(problems);
    }

    public enum State {
        /** Every node runs what is wanted. */
        RUNNING,
        /** Nodes are on their way. */
        CHANGING,
        /** A node cannot run what is wanted. */
        FAILED,
        REMOVED,
        /** It was never installed, but the catalogue has it. */
        AVAILABLE
    }

    public State state() {
        if (nodes.stream().anyMatch(node -> node.state() == PluginNode.State.FAILED)) {
            return State.FAILED;
        }
        if (nodes.stream().anyMatch(node -> !node.digest().equals(wanted))) {
            return State.CHANGING;
        }
        if (wanted.isPresent()) {
            return nodes.isEmpty() || !silent.isEmpty() ? State.CHANGING : State.RUNNING;
        }
        return deployment.isPresent() ? State.REMOVED : State.AVAILABLE;
    }

    /** Whether it makes room for what was before, should it fail now. */
    public boolean onProbation() {
        return deployment.flatMap(PluginDeployment::probationUntil).isPresent();
    }

    public boolean canRollBack() {
        return deployment.flatMap(PluginDeployment::previous).isPresent();
    }
}
