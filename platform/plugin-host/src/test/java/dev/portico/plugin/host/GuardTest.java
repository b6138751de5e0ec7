package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.host.Outcome.Answered;
import dev.portico.plugin.host.Outcome.Failed;
import dev.portico.plugin.host.Outcome.NotOffered;
import dev.portico.plugin.settings.Settings;
import dev.portico.plugin.ticket.Submission;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pf4j.ExtensionPoint;

@Timeout(30)
class GuardTest {
    static final TenantView TENANT = new TenantView("acme", new Settings(Map.of()));
    static final Submission SUBMISSION = new Submission("case", "subject", "description", Map.of());
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    private interface Unused extends ExtensionPoint {}

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void answerOfThePluginComesBack() {
        assertThat(assess("return Optional.of(new Urgency(tenant.id() + ' ' + submission.subject()));"
                        .replace('\'', '"')))
                .isEqualTo(new Answered<>(Optional.of(new Urgency("acme subject"))));
    }

    @Test
    void pluginRunsWithItsOwnContextClassLoaderAndTheThreadGetsItsOwnBack() throws Exception {
        var before = threads.submit(() -> Thread.currentThread().getContextClassLoader())
                .get();

        var outcome = assess("return Optional.of(new Urgency(\"\""
                + " + (Thread.currentThread().getContextClassLoader() == getClass().getClassLoader())));");

        assertThat(outcome).isEqualTo(new Answered<>(Optional.of(new Urgency("true"))));
        assertThat(threads.submit(() -> Thread.currentThread().getContextClassLoader())
                        .get())
                .isSameAs(before);
    }

    @Test
    void exceptionIsAFailureThatSaysWhy() {
        assertThat(assess("throw new IllegalStateException(\"no list\");"))
                .isEqualTo(new Failed<>("java.lang.IllegalStateException: no list"));
    }

    @Test
    void errorIsAFailureToo() {
        assertThat(assess("throw new StackOverflowError();")).isInstanceOf(Failed.class);
        assertThat(assess("throw new NoSuchMethodError(\"old api\");")).isInstanceOf(Failed.class);
    }

    @Test
    void classThatTheJarForgotIsAFailure() {
        new TestPlugin()
                .policy("return new Object() { Optional<Urgency> gone() { return Optional.empty(); } }.gone();")
                .without("plug/Policy$1.class")
                .writeTo(folder.resolve("desk.jar"));

        try (var host = PluginHost.open(folder)) {
            Outcome<Optional<Urgency>> outcome = guard(host, LONG)
                    .call("desk", UrgencyPolicy.class, TENANT, policy -> policy.assess(TENANT, SUBMISSION));
            assertThat(outcome).isInstanceOf(Failed.class);
            assertThat(outcome.toString()).contains("NoClassDefFoundError");
        }
    }

    @Test
    void exceptionThatCannotEvenBeDescribedIsAFailure() {
        assertThat(assess("throw new RuntimeException() { @Override public String toString() { throw new Error(); }"
                        + " @Override public String getMessage() { throw new Error(); } };"))
                .isInstanceOf(Failed.class);
    }

    @Test
    void returningNothingAtAllIsAFailure() {
        assertThat(assess("return null;")).isEqualTo(new Failed<>("it returned nothing"));
    }

    @Test
    void pluginThatHangsIsGivenUpAtTheDeadlineAndInterrupted() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        try (var host = host("return Optional.empty();")) {
            Outcome<Boolean> outcome = guard(host, SHORT).call("desk", UrgencyPolicy.class, TENANT, policy -> {
                try {
                    return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                } catch (InterruptedException stopped) {
                    interrupted.countDown();
                    throw new IllegalStateException(stopped);
                }
            });

            assertThat(outcome).isEqualTo(new Failed<>("no answer within 200 ms"));
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void deadlineHoldsAlsoWhileAllThreadsAreTaken() throws InterruptedException {
        var release = new CountDownLatch(1);
        var ran = new AtomicBoolean();
        threads.execute(() -> awaitQuietly(release));
        try (var host = host("return Optional.empty();")) {
            Outcome<Boolean> outcome = guard(host, SHORT).call("desk", UrgencyPolicy.class, TENANT, policy -> {
                ran.set(true);
                return true;
            });
            assertThat(outcome).isInstanceOf(Failed.class);
        }
        release.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).as("a call that was given up does not run later").isFalse();
    }

    /** A pool of the JDK clears the interrupt itself; the guard must not count on its executor being one. */
    @Test
    void nextTaskOfTheThreadIsNotInterrupted() throws Exception {
        var interruptedAfter = new CompletableFuture<Boolean>();
        Executor bare = task -> threads.execute(() -> {
            task.run();
            interruptedAfter.complete(Thread.currentThread().isInterrupted());
        });
        try (var host = host("return Optional.empty();")) {
            new Guard(host, bare, SHORT).call("desk", UrgencyPolicy.class, TENANT, policy -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                return true;
            });
            assertThat(interruptedAfter.get(10, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void fullPoolIsAFailure() {
        try (var host = host("return Optional.empty();")) {
            var full = new Guard(
                    host,
                    task -> {
                        throw new RejectedExecutionException();
                    },
                    LONG);
            assertThat(full.call("desk", UrgencyPolicy.class, TENANT, policy -> true))
                    .isEqualTo(new Failed<>("busy: no thread is free for it"));
        }
    }

    @Test
    void interruptOfTheCallerIsKept() {
        try (var host = host("return Optional.empty();")) {
            Thread.currentThread().interrupt();
            var outcome = guard(host, LONG).call("desk", UrgencyPolicy.class, TENANT, policy -> {
                awaitQuietly(new CountDownLatch(1));
                return true;
            });
            assertThat(Thread.interrupted()).isTrue();
            assertThat(outcome).isEqualTo(new Failed<>("the caller was interrupted"));
        }
    }

    @Test
    void whatIsNotThereIsNotOffered() {
        try (var host = host("return Optional.empty();")) {
            var guard = guard(host, LONG);
            assertThat(guard.call("absent", UrgencyPolicy.class, TENANT, policy -> true))
                    .isEqualTo(new NotOffered<>());
            assertThat(guard.call("desk", Unused.class, TENANT, point -> true)).isEqualTo(new NotOffered<>());
            assertThat(guard.call("desk", Unused.class, TENANT, point -> true).orElse(false))
                    .isFalse();
        }
    }

    @Test
    void constructorThatThrowsIsAFailure() {
        assertThat(assess(
                        "return Optional.empty(); } public Policy() { throw new IllegalStateException(\"no start\");"))
                .isInstanceOf(Failed.class);
    }

    @Test
    void callInFlightFinishesOnItsClassesWhenTheHostCloses() throws Exception {
        var inside = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var host = host(
                "return new Object() { Optional<Urgency> late() { return Optional.of(new Urgency(\"late\")); } }.late();");
        var guard = guard(host, LONG);
        var caller = Executors.newSingleThreadExecutor();
        try {
            var outcome = caller.submit(
                    () -> guard.<UrgencyPolicy, Optional<Urgency>>call("desk", UrgencyPolicy.class, TENANT, policy -> {
                        inside.countDown();
                        awaitQuietly(closed);
                        return policy.assess(TENANT, SUBMISSION);
                    }));
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
            host.close();
            closed.countDown();

            assertThat(outcome.get()).isEqualTo(new Answered<>(Optional.of(new Urgency("late"))));
            assertThat(guard.call("desk", UrgencyPolicy.class, TENANT, policy -> true))
                    .isEqualTo(new NotOffered<>());
        } finally {
            caller.shutdownNow();
        }
    }

    @Test
    void listenerHearsWhatCameOfEachCall() {
        var heard = new ArrayList<String>();
        try (var host = host("throw new IllegalStateException();")) {
            var guard = new Guard(
                    host,
                    threads,
                    (plugin, point, tenant, outcome) -> heard.add(String.join(
                            " ",
                            plugin,
                            point.getSimpleName(),
                            tenant,
                            outcome.getClass().getSimpleName())));
            guard.call("desk", UrgencyPolicy.class, TENANT, policy -> true);
            guard.call("desk", UrgencyPolicy.class, TENANT, policy -> policy.assess(TENANT, SUBMISSION));
            guard.call("nobody", UrgencyPolicy.class, TENANT, policy -> true);
        }
        assertThat(heard)
                .containsExactly(
                        "desk UrgencyPolicy acme Answered",
                        "desk UrgencyPolicy acme Failed",
                        "nobody UrgencyPolicy acme NotOffered");
    }

    private Outcome<Optional<Urgency>> assess(String body) {
        Function<UrgencyPolicy, Optional<Urgency>> call = policy -> policy.assess(TENANT, SUBMISSION);
        try (var host = host(body)) {
            return guard(host, LONG).call("desk", UrgencyPolicy.class, TENANT, call);
        }
    }

    private Guard guard(PluginHost host, Duration deadline) {
        return new Guard(host, threads, deadline);
    }

    private PluginHost host(String body) {
        new TestPlugin().policy(body).writeTo(folder.resolve("desk.jar"));
        return PluginHost.open(folder);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.HOURS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
