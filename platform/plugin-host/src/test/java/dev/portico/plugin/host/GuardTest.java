package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.PluginApi;
import dev.portico.plugin.TenantView;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.Outcome.Answered;
import dev.portico.plugin.host.Outcome.Failed;
import dev.portico.plugin.host.Outcome.NotOffered;
import dev.portico.plugin.host.Outcome.PutAside;
import dev.portico.plugin.settings.Settings;
import dev.portico.plugin.ticket.Submission;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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

    @Test
    void answerOfThePluginComesBack() {
        assertThat(assess("return Optional.of(new Urgency(tenant.id() + ' ' + submission.subject()));"
                        .replace('\'', '"')))
                .isEqualTo(new Answered<>(Optional.of(new Urgency("acme subject"))));
    }

    @Test
    void pluginRunsWithItsOwnContextClassLoader() {
        var outcome = assess("return Optional.of(new Urgency(\"\""
                + " + (Thread.currentThread().getContextClassLoader() == getClass().getClassLoader())));");

        assertThat(outcome).isEqualTo(new Answered<>(Optional.of(new Urgency("true"))));
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
    void oneCallThatTakesAllMemoryIsEnough() {
        Function<UrgencyPolicy, Optional<Urgency>> call = policy -> policy.assess(TENANT, SUBMISSION);
        try (var host = host("return Optional.of(new Urgency(\"\" + new long[Integer.MAX_VALUE].length));");
                var lease = host.lease()) {
            var guard = guard(LONG);
            assertThat(guard.call(lease, "desk", UrgencyPolicy.class, TENANT, call))
                    .isEqualTo(new Failed<>("it asked for more memory than there is"));
            assertThat(guard.call(lease, "desk", UrgencyPolicy.class, TENANT, call))
                    .isEqualTo(new PutAside<>("it asked for more memory than there is"));
        }
    }

    @Test
    void memoryThatIsMissingAfterTheDeadlineCountsAsWell() throws InterruptedException {
        try (var host = host("try { Thread.sleep(3_600_000); } catch (InterruptedException late) {"
                        + " throw new OutOfMemoryError(); } return Optional.empty();");
                var lease = host.lease()) {
            var guard = guard(SHORT);
            assertThat(guard.call(
                            lease, "desk", UrgencyPolicy.class, TENANT, policy -> policy.assess(TENANT, SUBMISSION)))
                    .isInstanceOf(Failed.class);
            while (host.troubles().stream()
                    .allMatch(trouble -> trouble.retryAt().isEmpty())) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void phraseThatCannotBeKeptIsAFailure() {
        assertThat(assess("return Optional.of(new Urgency(\"\\0\"));")).isInstanceOf(Failed.class);
        assertThat(assess("return Optional.of(new Urgency(\"x\".repeat(1 << 20)));"))
                .isInstanceOf(Failed.class);
    }

    @Test
    void classThatTheJarForgotIsAFailure() {
        new TestPlugin()
                .policy("return new Object() { Optional<Urgency> gone() { return Optional.empty(); } }.gone();")
                .without("plug/Policy$1.class")
                .writeTo(folder.resolve("desk.jar"));

        try (var host = PluginHost.open(folder);
                var lease = host.lease()) {
            Outcome<Optional<Urgency>> outcome = guard(LONG)
                    .call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> policy.assess(TENANT, SUBMISSION));
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
    void logGetsNoObjectOfThePlugin() {
        var logged = new ArrayList<Throwable>();
        var logger = Logger.getLogger(Generation.class.getName());
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            assess("class Own extends RuntimeException { Own(Throwable cause) { super(\"own\", cause); } }"
                    + " throw new Own(new Own(null));");
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(logged).singleElement().satisfies(thrown -> {
            assertThat(thrown).isExactlyInstanceOf(RuntimeException.class).hasMessageContaining("own");
            assertThat(thrown.getCause()).isExactlyInstanceOf(RuntimeException.class);
            assertThat(thrown.getStackTrace()[0].getClassName()).isEqualTo("plug.Policy");
        });
    }

    @Test
    void returningNothingAtAllIsAFailure() {
        assertThat(assess("return null;")).isEqualTo(new Failed<>("it returned nothing"));
    }

    @Test
    void pluginThatHangsIsGivenUpAtTheDeadlineAndInterrupted() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        try (var host = host("return Optional.empty();");
                var lease = host.lease()) {
            Outcome<Boolean> outcome = guard(SHORT).call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> {
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
    void deadlineHoldsAlsoWhileAllThreadsAreTaken() throws Exception {
        var inside = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var ran = new AtomicBoolean();
        var caller = Executors.newSingleThreadExecutor();
        try (var host = host("return Optional.empty();", new CallLimits(1, 1, LONG));
                var lease = host.lease()) {
            caller.execute(() -> guard(LONG).call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> {
                inside.countDown();
                return awaitQuietly(release);
            }));
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

            for (int i = 0; i < 3; i++) {
                var outcome = guard(SHORT).call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> {
                    ran.set(true);
                    return true;
                });
                assertThat(outcome)
                        .as("its waiting place is free again")
                        .isEqualTo(new Failed<>("no answer within 200 ms"));
            }

            release.countDown();
            assertThat(guard(LONG).call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> true))
                    .isEqualTo(new Answered<>(true));
            assertThat(ran).as("a call that was given up does not run later").isFalse();
        } finally {
            caller.shutdownNow();
        }
    }

    @Test
    void nextCallOfTheThreadIsNotInterrupted() {
        try (var host = host("return Optional.empty();", new CallLimits(1, 1, LONG));
                var lease = host.lease()) {
            guard(SHORT).call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                return true;
            });
            assertThat(guard(LONG).call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> Thread.currentThread()
                            .isInterrupted()))
                    .isEqualTo(new Answered<>(false));
        }
    }

    @Test
    void pluginThatHangsTakesNoOthersThreads() {
        new TestPlugin()
                .id("hangs")
                .policy("while (true) { Thread.onSpinWait(); if (kept == null) break; }" + " return Optional.empty();")
                .writeTo(folder.resolve("hangs.jar"));
        try (var host = host("return Optional.empty();", new CallLimits(1, 1, LONG));
                var lease = host.lease()) {
            Function<UrgencyPolicy, Boolean> hang =
                    policy -> policy.assess(TENANT, SUBMISSION).isEmpty();
            assertThat(guard(SHORT).call(lease, "hangs", UrgencyPolicy.class, TENANT, hang))
                    .isInstanceOf(Failed.class);
            assertThat(guard(SHORT).call(lease, "hangs", UrgencyPolicy.class, TENANT, hang))
                    .isInstanceOf(Failed.class);
            assertThat(guard(LONG).call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> true))
                    .isEqualTo(new Answered<>(true));
        }
    }

    @Test
    void callForWhichThereIsNoThreadAndNoWaitingPlaceIsRefusedAtOnce() throws Exception {
        var inside = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var callers = Executors.newFixedThreadPool(3);
        try (var host = host("return Optional.empty();", new CallLimits(1, 1, LONG));
                var lease = host.lease()) {
            var calls = new ExecutorCompletionService<Outcome<Boolean>>(callers);
            Callable<Outcome<Boolean>> call =
                    () -> guard(LONG).call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> {
                        inside.countDown();
                        return awaitQuietly(release);
                    });
            calls.submit(call);
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
            calls.submit(call);
            calls.submit(call);

            assertThat(calls.take().get()).isEqualTo(new Failed<>("busy: no thread is free for it"));
            release.countDown();
            assertThat(calls.take().get()).isEqualTo(new Answered<>(true));
            assertThat(calls.take().get()).isEqualTo(new Answered<>(true));
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void interruptOfTheCallerIsKept() {
        try (var host = host("return Optional.empty();");
                var lease = host.lease()) {
            Thread.currentThread().interrupt();
            var outcome = guard(LONG).call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> {
                awaitQuietly(new CountDownLatch(1));
                return true;
            });
            assertThat(Thread.interrupted()).isTrue();
            assertThat(outcome).isEqualTo(new Failed<>("the caller was interrupted"));
        }
    }

    @Test
    void whatIsNotThereIsNotOffered() {
        try (var host = host("return Optional.empty();");
                var lease = host.lease()) {
            var guard = guard(LONG);
            assertThat(guard.call(lease, "absent", UrgencyPolicy.class, TENANT, policy -> true))
                    .isEqualTo(new NotOffered<>());
            assertThat(guard.call(lease, "desk", Unused.class, TENANT, point -> true))
                    .isEqualTo(new NotOffered<>());
            assertThat(guard.call(lease, "desk", Unused.class, TENANT, point -> true)
                            .orElse(false))
                    .isFalse();
        }
    }

    @Test
    void answerOfAClassOfItsOwnIsAFailure() {
        try (var host = host("return Optional.empty();");
                var lease = host.lease()) {
            var guard = guard(LONG);
            assertThat(guard.<UrgencyPolicy, Object>call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> policy))
                    .isEqualTo(new Failed<>("it returned an object of a class of its own"));
            assertThat(guard.<UrgencyPolicy, Object>call(
                            lease, "desk", UrgencyPolicy.class, TENANT, policy -> Optional.of(policy)))
                    .isInstanceOf(Failed.class);
        }
    }

    @Test
    void listenerHearsWhatCameOfEachCall() {
        var heard = new ArrayList<String>();
        try (var host = host("throw new IllegalStateException();");
                var lease = host.lease()) {
            var guard = new Guard((plugin, point, tenant, outcome) -> heard.add(String.join(
                    " ",
                    plugin,
                    point.getSimpleName(),
                    tenant,
                    outcome.getClass().getSimpleName())));
            guard.call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> true);
            guard.call(lease, "desk", UrgencyPolicy.class, TENANT, policy -> policy.assess(TENANT, SUBMISSION));
            guard.call(lease, "nobody", UrgencyPolicy.class, TENANT, policy -> true);
        }
        assertThat(heard)
                .containsExactly(
                        "desk UrgencyPolicy acme Answered",
                        "desk UrgencyPolicy acme Failed",
                        "nobody UrgencyPolicy acme NotOffered");
    }

    private Outcome<Optional<Urgency>> assess(String body) {
        Function<UrgencyPolicy, Optional<Urgency>> call = policy -> policy.assess(TENANT, SUBMISSION);
        try (var host = host(body);
                var lease = host.lease()) {
            return guard(LONG).call(lease, "desk", UrgencyPolicy.class, TENANT, call);
        }
    }

    private static Guard guard(Duration deadline) {
        return new Guard(deadline, Clock.systemUTC(), (plugin, point, tenant, outcome) -> {});
    }

    private PluginHost host(String body) {
        return host(body, CallLimits.STANDARD);
    }

    private PluginHost host(String body, CallLimits limits) {
        new TestPlugin().policy(body).writeTo(folder.resolve("desk.jar"));
        return PluginHost.open(folder, PluginApi.VERSION, limits);
    }

    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.HOURS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
