package dev.portico.plugin.host.upgrade;

import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.SemanticVersion;
import dev.portico.plugin.manifest.Capability;
import dev.portico.plugin.manifest.PluginManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What would happen if a version of a plugin took the place of another.
 *
 * @param problems why it cannot be, whatever the tenants have. Going back to a release that ran before is no upgrade, and
 *     is not asked here; other bytes of the same version are one, as whoever develops a plugin makes them all day.
 * @param changes in the order of the manifests: what is new or changed, then what is gone
 * @param newCapabilities that somebody has to agree to
 */
public record Upgrade(List<Problem> problems, List<Change> changes, Set<Capability> newCapabilities) {
    public Upgrade {
        problems = List.copyOf(problems);
        changes = List.copyOf(changes);
        newCapabilities = Set.copyOf(newCapabilities);
    }

    /** What installing a plugin for the first time would bring. */
    public static Upgrade install(PluginManifest candidate) {
        var changes = Contributions.of(candidate).since(Contributions.NONE);
        return new Upgrade(List.of(), changes, candidate.capabilities());
    }

    /**
     * @param running a manifest whose rules hold, as they do for the candidate
     * @throws IllegalArgumentException if they are not the same plugin
     */
    public static Upgrade of(PluginManifest running, PluginManifest candidate) {
        if (!running.id().equals(candidate.id())) {
            throw new IllegalArgumentException(candidate.id() + " is no version of " + running.id());
        }
        var asked = new TreeSet<>(candidate.capabilities());
        asked.removeAll(running.capabilities());
        return new Upgrade(
                problems(running, candidate), Contributions.of(candidate).since(Contributions.of(running)), asked);
    }

    private static List<Problem> problems(PluginManifest running, PluginManifest candidate) {
        var problems = new ArrayList<Problem>();
        var from = version(running.version());
        if (from.isAfter(version(candidate.version()))) {
            problems.add(problem("plugin.problem.downgrade", running, candidate.version()));
        }
        candidate
                .upgradeFrom()
                .filter(earliest -> version(earliest).isAfter(from))
                .ifPresent(earliest -> problems.add(problem("plugin.problem.too-old", running, earliest)));
        return problems;
    }

    private static Problem problem(String key, PluginManifest running, String version) {
        return new Problem(key, "", Map.of("running", running.version(), "version", version));
    }

    private static SemanticVersion version(String text) {
        return SemanticVersion.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(text + " is no semantic version"));
    }

    /** What is gone and may still have tickets; whoever has some cannot be upgraded. */
    public List<Change> strandingTickets() {
        return changes.stream().filter(Change::strandsTickets).toList();
    }
}
