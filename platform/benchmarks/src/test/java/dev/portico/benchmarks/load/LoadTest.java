package dev.portico.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LoadTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void every_user_goes_round_at_least_once_and_every_round_counts() {
        var rounds = new AtomicInteger();
        Visit visit = rounds::incrementAndGet;
        var latencies = Load.run(List.of(visit, visit, visit), Duration.ofNanos(1));
        assertThat(latencies.count()).isGreaterThanOrEqualTo(3).isEqualTo(rounds.get());
    }

    @Test
    void users_are_there_at_the_same_time() {
        var both = new CountDownLatch(2);
        Visit meeting = () -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        assertThat(Load.run(List.of(meeting, meeting), Duration.ofNanos(1)).count())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    @Timeout(30)
    void a_wrong_answer_ends_the_load_of_all() {
        var rounds = new AtomicInteger();
        Visit right = () -> Thread.onSpinWait();
        Visit wrong = () -> {
            if (rounds.incrementAndGet() == 3) {
                throw new AssertionError("an error page");
            }
        };
        assertThatThrownBy(() -> Load.run(List.of(right, wrong), LONG)).hasMessage("an error page");
    }
}
