package dev.portico.portal.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkInProgressTest {
    private final WorkInProgress work = new WorkInProgress();
    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void whereNothingRunsTheEndComesAtOnceAndNothingBeginsAnyMore() throws InterruptedException {
        work.begin().close();
        assertThat(work.ending()).isFalse();
        assertThat(work.end(Duration.ofDays(1))).isTrue();
        assertThat(work.ending()).isTrue();
        assertThat(work.closed()).isTrue();
    }

    @Test
    void theEndWaitsForTheLastPiece() throws Exception {
        var first = work.begin();
        var second = work.begin();
        var ended = end(Duration.ofDays(1));
        awaitEnding();
        first.close();
        assertThat(ended).isNotDone();
        assertThat(work.closed()).isFalse();
        second.close();
        assertThat(ended.get()).isTrue();
        assertThat(work.running()).isZero();
    }

    @Test
    void whatBeginsWhileTheEndIsNearIsWaitedForAsWell() throws Exception {
        var first = work.begin();
        var ended = end(Duration.ofDays(1));
        awaitEnding();
        var late = work.begin();
        first.close();
        assertThat(ended).isNotDone();
        late.close();
        assertThat(ended.get()).isTrue();
    }

    @Test
    void patienceEnds() throws InterruptedException {
        work.begin();
        assertThat(work.end(Duration.ofMillis(20))).isFalse();
        assertThat(work.closed()).isTrue();
        assertThat(work.running()).isEqualTo(1);
    }

    private Future<Boolean> end(Duration patience) {
        return threads.submit((Callable<Boolean>) () -> work.end(patience));
    }

    private void awaitEnding() {
        while (!work.ending()) {
            Thread.onSpinWait();
        }
    }
}
