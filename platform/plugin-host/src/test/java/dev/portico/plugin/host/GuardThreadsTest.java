package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GuardThreadsTest {
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = GuardThreads.open(2, 1);

    @AfterEach
    void stopThreads() {
        release.countDown();
        threads.shutdownNow();
    }

    @Test
    void callBeyondAllThreadsAndWaitingPlacesIsRefusedAtOnce() throws InterruptedException {
        var running = new CountDownLatch(2);
        hold(running);
        hold(running);
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        var waited = new CountDownLatch(1);
        threads.execute(waited::countDown);

        assertThatThrownBy(() -> threads.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);

        assertThat(waited.getCount()).isEqualTo(1);
        release.countDown();
        assertThat(waited.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void threadIsADaemonAndInheritsNothingOfWhoMadeIt() throws Exception {
        var inherited = new InheritableThreadLocal<String>();
        inherited.set("request");
        var before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClassLoader() {});
        try {
            assertThat(threads.submit(() -> Thread.currentThread().isDaemon()).get())
                    .isTrue();
            assertThat(threads.submit(inherited::get).get()).isNull();
            assertThat(threads.submit(() -> Thread.currentThread().getContextClassLoader())
                            .get())
                    .isSameAs(GuardThreads.class.getClassLoader());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            inherited.remove();
        }
    }

    private void hold(CountDownLatch running) {
        threads.execute(() -> {
            running.countDown();
            awaitRelease();
        });
    }

    private void awaitRelease() {
        try {
            release.await(1, TimeUnit.HOURS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
