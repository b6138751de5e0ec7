package dev.portico.portal.release.boundary;

import static java.util.stream.Collectors.toMap;

import dev.portico.plugin.host.Migration.Phase;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.Trouble;
import dev.portico.portal.plugin.control.PluginSchemas;
import dev.portico.portal.plugin.control.Plugins;
import dev.portico.portal.release.boundary.Reconciliation.Observation;
import dev.portico.portal.release.boundary.Reconciliation.Wish;
import dev.portico.portal.release.control.LocalReleases;
import dev.portico.portal.release.entity.PluginNode.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** The plugins of this node on their way to what was decided. Not thread-safe. */
@ApplicationScoped
public class NodePlugins {
    private static final Logger LOG = System.getLogger(NodePlugins.class.getName());

    @Inject
    Plugins plugins;

    @Inject
    PluginSchemas schemas;

    @Inject
    Reconciliation reconciliation;

    /** What could not be started here; the same decision is not tried twice. */
    private final Map<String, Attempt> failures = new HashMap<>();

    private record Attempt(Wish wish, List<Problem> problems) {
        boolean of(Wish other) {
            return wish.digest().equals(other.digest()) && wish.decidedAt().equals(other.decidedAt());
        }
    }

    /**
     * Starts, swaps and retires plugins until each is what is wished for, or has failed to be.
     *
     * @param wishes by plugin
     * @param report told before what may take a while
     * @return how it is now
     */
    List<Observation> follow(Map<String, Wish> wishes, Consumer<List<Observation>> report) {
        if (plugins.safeMode() || plugins.watched()) {
            return observations(Map.of(), Optional.empty());
        }
        var ids = new TreeSet<>(wishes.keySet());
        ids.addAll(running().keySet());
        for (var id : ids) {
            var wish = Optional.ofNullable(wishes.get(id));
            try {
                follow(id, wish, () -> report.accept(observations(wishes, Optional.of(id))));
            } catch (RuntimeException | Error passing) {
                LOG.log(Level.WARNING, "Plugin " + id + " waits for the next round", passing);
            }
        }
        return observations(wishes, Optional.empty());
    }

    private void follow(String id, Optional<Wish> wish, Runnable report) {
        var running = Optional.ofNullable(running().get(id));
        var wanted = wish.flatMap(Wish::digest);
        if (wanted.isEmpty()) {
            running.ifPresent(gone -> plugins.host().retire(id));
        } else if (running.map(PluginPackage::sha256).equals(wanted)) {
            failures.remove(id);
            watch(wish.orElseThrow(), running.orElseThrow());
        } else if (!hasFailed(wish.orElseThrow())) {
            report.run();
            start(wish.orElseThrow(), wanted.get());
        }
    }

    private boolean hasFailed(Wish wish) {
        var attempt = failures.get(wish.pluginId());
        return attempt != null && attempt.of(wish);
    }

    private void start(Wish wish, String digest) {
        var probation = wish.probationUntil().isPresent();
        if (probation && !reconciliation.begin(wish)) {
            return;
        }
        var problems = attempt(wish, digest);
        if (problems.isEmpty()) {
            failures.remove(wish.pluginId());
            if (probation) {
                reconciliation.begun(wish);
            }
        } else if (!probation || !reconciliation.takeBack(wish, problems)) {
            failures.put(wish.pluginId(), new Attempt(wish, problems));
        }
    }

    /** @throws RuntimeException for a reason that passes */
    private List<Problem> attempt(Wish wish, String digest) {
        try {
            return plugins.start(reconciliation.read(digest));
        } catch (LocalReleases.UnfitRelease unfit) {
            return unfit.problems();
        } catch (RuntimeException passing) {
            reconciliation.postponed(wish);
            throw passing;
        }
    }

    private void watch(Wish wish, PluginPackage release) {
        var until = wish.probationUntil();
        if (until.isEmpty()) {
            return;
        }
        if (until.get().isBefore(Instant.now())) {
            pass(wish, release);
            return;
        }
        var aside = plugins.host().troubles().stream()
                .filter(trouble -> trouble.pluginId().equals(wish.pluginId()))
                .filter(trouble -> trouble.retryAt().isPresent())
                .map(Trouble::problem)
                .toList();
        if (!aside.isEmpty()) {
            reconciliation.takeBack(wish, aside);
        }
    }

    private void pass(Wish wish, PluginPackage release) {
        if (release.migrations().stream().anyMatch(migration -> migration.phase() == Phase.CONTRACT)) {
            // Before the first change that the version before could not live with.
            if (!reconciliation.closeWayBack(wish)) {
                return;
            }
            var problems = schemas.contract(release);
            if (!problems.isEmpty()) {
                LOG.log(Level.ERROR, "Plugin {0} cannot tidy its tables up yet: {1}", release.id(), problems);
                return;
            }
        }
        reconciliation.pass(wish);
    }

    private Map<String, PluginPackage> running() {
        return plugins.running().stream()
                .collect(toMap(PluginPackage::id, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private List<Observation> observations(Map<String, Wish> wishes, Optional<String> starting) {
        var running = running();
        var ids = new TreeSet<>(running.keySet());
        wishes.values().stream()
                .filter(wish -> wish.digest().isPresent())
                .map(Wish::pluginId)
                .forEach(ids::add);
        return ids.stream()
                .map(id -> observation(id, Optional.ofNullable(running.get(id)), starting))
                .toList();
    }

    private Observation observation(String id, Optional<PluginPackage> running, Optional<String> starting) {
        var failure = Optional.ofNullable(failures.get(id));
        var state = starting.filter(id::equals).isPresent()
                ? State.STARTING
                : failure.isPresent() ? State.FAILED : running.isPresent() ? State.RUNNING : State.STARTING;
        return new Observation(
                id,
                state,
                running.map(PluginPackage::sha256),
                running.map(plugin -> plugin.manifest().version()),
                failure.map(Attempt::problems).orElse(List.of()));
    }
}
