package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.plugin.PluginApi;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.InstalledPlugin.State;
import dev.portico.plugin.host.Outcome.Answered;
import dev.portico.plugin.host.Outcome.NotOffered;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PluginSwapTest {
    @TempDir
    private Path folder;

    private final Guard guard = new Guard();

    @Test
    void leaseKeepsThePluginsThatItBeganWith() {
        try (var host = PluginHost.empty()) {
            var none = host.lease();
            host.start(version("1.0.0"));
            var first = host.lease();
            host.swap(version("2.0.0"));
            var second = host.lease();
            host.retire("desk");
            var last = host.lease();

            assertThat(answer(none)).isEqualTo(new NotOffered<>());
            assertThat(answer(first)).isEqualTo(answered("1.0.0"));
            assertThat(answer(second)).isEqualTo(answered("2.0.0"));
            assertThat(answer(last)).isEqualTo(new NotOffered<>());
            assertThat(declared(first)).isEqualTo("1.0.0");
            assertThat(declared(second)).isEqualTo("2.0.0");
            assertThat(none.catalog().plugins()).isEmpty();
            assertThat(last.catalog().plugins()).isEmpty();
            List.of(none, first, second, last).forEach(PluginLease::close);
        }
    }

    @Test
    void pluginIsUnloadedWhenTheLastLeaseOnItEnds() throws Exception {
        try (var host = PluginHost.empty()) {
            host.start(version("1.0.0"));
            var early = host.lease();
            var late = host.lease();
            var loader = (java.net.URLClassLoader)
                    early.generation("desk").orElseThrow().classLoader();
            host.swap(version("2.0.0"));
            assertThat(versions(host)).containsExactly("1.0.0 leaving", "2.0.0");

            early.close();
            early.close();
            assertThat(versions(host)).containsExactly("1.0.0 leaving", "2.0.0");
            assertThat(answer(late)).isEqualTo(answered("1.0.0"));

            late.close();
            assertThat(versions(host)).containsExactly("2.0.0");
            assertThat(loader.findResource("plug/Policy.class"))
                    .as("its jar is closed")
                    .isNull();
            assertThatThrownBy(() -> answer(late)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void callThatWasGivenUpKeepsItsClassesUntilItReturns() throws Exception {
        var inside = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var caller = Executors.newSingleThreadExecutor();
        try (var host = PluginHost.empty()) {
            host.start(version("1.0.0"));
            var call = caller.submit(() -> {
                try (var lease = host.lease()) {
                    return guard.<UrgencyPolicy, Object>call(
                            lease, "desk", UrgencyPolicy.class, GuardTest.TENANT, policy -> {
                                inside.countDown();
                                awaitWhateverHappens(release);
                                return policy.assess(GuardTest.TENANT, GuardTest.SUBMISSION);
                            });
                }
            });
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
            host.swap(version("2.0.0"));
            call.get();
            assertThat(versions(host)).containsExactly("1.0.0 leaving", "2.0.0");

            release.countDown();
            while (host.loaded().size() > 1) {
                LockSupport.parkNanos(10_000_000);
            }
        } finally {
            caller.shutdownNow();
        }
    }

    @Test
    void versionThatCannotBeStartedChangesNothing() {
        try (var host = PluginHost.empty()) {
            host.start(version("1.0.0"));
            var before = host.catalog();
            var throwing =
                    host.swap(plugin("2.0.0", "} public Policy() { throw new IllegalStateException(\"no start\");")
                            .writeTo(folder.resolve("throwing.jar")));
            var rejected = host.swap(
                    new TestPlugin().patch(patch -> patch.remove("/provider")).writeTo(folder.resolve("rejected.jar")));

            assertThat(throwing.state()).isEqualTo(State.FAILED);
            assertThat(throwing.problems()).singleElement().asString().contains("plug.Policy", "no start");
            assertThat(rejected.state()).isEqualTo(State.REJECTED);
            assertThat(host.catalog()).isSameAs(before);
            assertThat(host.plugins()).extracting(InstalledPlugin::state).containsExactly(State.RUNNING);
            assertThat(versions(host)).containsExactly("1.0.0");
        }
    }

    @Test
    void versionWhoseExtensionHangsIsNotStarted() {
        var limits = new CallLimits(1, 1, Duration.ofMillis(200));
        try (var host = PluginHost.open(folder.resolve("none"), PluginApi.VERSION, limits)) {
            var hanging = host.start(plugin("1.0.0", "} public Policy() throws Exception { Thread.sleep(3_600_000);")
                    .writeTo(folder.resolve("hanging.jar")));
            assertThat(hanging.state()).isEqualTo(State.FAILED);
            assertThat(hanging.problems()).singleElement().asString().contains("no answer within 200 ms");
            while (!host.loaded().isEmpty()) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    @Test
    void startIsForWhatDoesNotRunAndSwapForBoth() {
        try (var host = PluginHost.empty()) {
            assertThat(host.swap(version("1.0.0")).state()).isEqualTo(State.RUNNING);
            assertThat(host.start(version("2.0.0")).state()).isEqualTo(State.REJECTED);
            assertThat(host.retire("desk")).isTrue();
            assertThat(host.retire("desk")).isFalse();
            assertThat(host.plugins()).isEmpty();
            assertThat(host.loaded()).isEmpty();
        }
    }

    @Test
    void nothingIsStartedAfterTheEnd() {
        var host = PluginHost.empty();
        host.start(version("1.0.0"));
        host.close();
        host.close();
        assertThat(host.swap(version("2.0.0")).state()).isEqualTo(State.FAILED);
        assertThat(host.loaded()).isEmpty();
        try (var lease = host.lease()) {
            assertThat(answer(lease)).isEqualTo(new NotOffered<>());
        }
    }

    @Test
    void otherPluginsGoOnInTheSameGeneration() {
        try (var host = PluginHost.empty()) {
            host.start(plugin("1.0.0", "").id("other").writeTo(folder.resolve("other.jar")));
            host.start(version("1.0.0"));
            var before = host.loaded().get(0);
            host.swap(version("2.0.0"));
            host.retire("desk");
            assertThat(host.loaded()).containsExactly(before);
        }
    }

    /** What a lease declares is what its calls run, whichever of 200 swaps they fall into. */
    @Test
    void noCallFailsWhilePluginsAreSwapped() throws Exception {
        var jars = List.of(version("1.0.0"), version("2.0.0"));
        var over = new AtomicBoolean();
        var workers = Executors.newFixedThreadPool(4);
        try (var host = PluginHost.empty()) {
            host.start(jars.get(0));
            var work = IntStream.range(0, 4)
                    .mapToObj(worker -> workers.submit(() -> work(host, over)))
                    .toList();
            for (int i = 1; i <= 200; i++) {
                assertThat(host.swap(jars.get(i % 2)).state()).isEqualTo(State.RUNNING);
            }
            over.set(true);
            assertThat(work).allSatisfy(calls -> assertThat(calls(calls)).isPositive());
            assertThat(versions(host)).as("all others are unloaded").containsExactly("1.0.0");
        } finally {
            over.set(true);
            workers.shutdownNow();
        }
    }

    private int work(PluginHost host, AtomicBoolean over) {
        var calls = 0;
        while (!over.get()) {
            try (var lease = host.lease()) {
                var declared = declared(lease);
                assertThat(answer(lease)).isEqualTo(answered(declared));
                assertThat(answer(lease)).isEqualTo(answered(declared));
                calls++;
            }
        }
        return calls;
    }

    private static int calls(Future<Integer> work) throws ExecutionException, InterruptedException {
        return work.get();
    }

    /** Its policy answers with its version, from a class that is loaded only then. */
    private Path version(String version) {
        return plugin(version, "").writeTo(folder.resolve(version + ".jar"));
    }

    private static TestPlugin plugin(String version, String more) {
        return new TestPlugin()
                .patch(patch -> patch.replace("/version", version))
                .policy("return new Object() { Optional<Urgency> late() { return Optional.of(new Urgency(\"" + version
                        + "\")); } }.late(); " + more);
    }

    private Outcome<Optional<Urgency>> answer(PluginLease lease) {
        return guard.call(
                lease,
                "desk",
                UrgencyPolicy.class,
                GuardTest.TENANT,
                policy -> policy.assess(GuardTest.TENANT, GuardTest.SUBMISSION));
    }

    private static Outcome<Optional<Urgency>> answered(String version) {
        return new Answered<>(Optional.of(new Urgency(version)));
    }

    private static String declared(PluginLease lease) {
        return lease.catalog().plugin("desk").orElseThrow().manifest().version();
    }

    private static List<String> versions(PluginHost host) {
        return host.loaded().stream()
                .map(plugin -> plugin.content().manifest().version() + (plugin.current() ? "" : " leaving"))
                .toList();
    }

    private static void awaitWhateverHappens(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            LockSupport.parkNanos(10_000_000);
        }
    }
}
