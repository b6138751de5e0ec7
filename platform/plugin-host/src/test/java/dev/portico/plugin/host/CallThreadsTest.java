package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallThreadsTest {
    private static final ClassLoader CLASSES = new ClassLoader() {};

    private final CountDownLatch release = new CountDownLatch(1);
    private final CallThreads threads =
            new CallThreads("plugin-desk-g1", new CallLimits(2, 1, Duration.ofSeconds(10)), () -> CLASSES);

    @AfterEach
    void end() {
        release.countDown();
        threads.end();
    }

    @Test
    void callBeyondAllThreadsAndWaitingPlacesIsRefusedAtOnce() throws Exception {
        var running = new CountDownLatch(2);
        hold(running);
        hold(running);
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        var waiting = run(() -> "waited");

        assertThatThrownBy(() -> run(() -> "too many")).isInstanceOf(RejectedExecutionException.class);

        assertThat(waiting.isDone()).isFalse();
        threads.giveUp(waiting);
        var next = run(() -> "next");
        release.countDown();
        assertThat(next.get()).isEqualTo("next");
    }

    @Test
    void threadIsADaemonAndInheritsNothingOfWhoMadeIt() throws Exception {
        var inherited = new InheritableThreadLocal<String>();
        inherited.set("request");
        try {
            assertThat(run(() -> Thread.currentThread().isDaemon()).get()).isTrue();
            assertThat(run(inherited::get).get()).isNull();
            assertThat(run(() -> Thread.currentThread().getContextClassLoader()).get())
                    .isSameAs(CLASSES);
            assertThat(run(() -> Thread.currentThread().getName()).get()).startsWith("plugin-desk-g1-");
        } finally {
            inherited.remove();
        }
    }

    @Test
    void threadsAreGoneOnceTheyHaveEnded() throws Exception {
        var thread = run(Thread::currentThread).get();
        threads.end();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
    }

    private <T> FutureTask<T> run(Callable<T> code) {
        var task = new FutureTask<>(code);
        threads.run(task);
        return task;
    }

    private void hold(CountDownLatch running) {
        run(() -> {
            running.countDown();
            return release.await(1, TimeUnit.HOURS);
        });
    }
}
