package dev.portico.portal.release.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.release.boundary.PluginStatus.State;
import dev.portico.portal.release.entity.PluginNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PluginStatusTest {
    private static final String WANTED = "ab12";

    @Test
    void a_plugin_runs_when_every_node_says_so() {
        assertThat(state(List.of(node(WANTED)), Set.of())).isEqualTo(State.RUNNING);
        assertThat(state(List.of(node(WANTED), node("cd34")), Set.of())).isEqualTo(State.CHANGING);
        assertThat(state(List.of(node(WANTED)), Set.of("another")))
                .as("one has not begun yet")
                .isEqualTo(State.CHANGING);
        assertThat(state(List.of(), Set.of())).isEqualTo(State.CHANGING);
    }

    private static PluginNode node(String digest) {
        var node = new PluginNode("node", "desk");
        node.say(PluginNode.State.RUNNING, Optional.of(digest), Optional.of("1.0.0"), "[]", Instant.EPOCH);
        return node;
    }

    private static State state(List<PluginNode> nodes, Set<String> silent) {
        return new PluginStatus(
                        "desk",
                        Optional.empty(),
                        Optional.of(WANTED),
                        Optional.empty(),
                        nodes,
                        silent,
                        List.of(),
                        List.of())
                .state();
    }
}
