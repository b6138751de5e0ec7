package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.host.CircuitBreaker.Failing;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = START;
    private final CircuitBreaker breaker = new CircuitBreaker(() -> now);

    @Test
    void opensAfterRepeatedFailures() {
        fail(CircuitBreaker.MOST_FAILURES - 1);
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.failed("the last one")).isTrue();
        assertThat(breaker.admits()).isFalse();
        assertThat(breaker.failing())
                .contains(new Failing(START, START, "the last one", Optional.of(START.plus(CircuitBreaker.PAUSE))));
    }

    @Test
    void failuresAmongAnswersCountToo() {
        for (int i = 1; i < CircuitBreaker.MOST_FAILURES; i++) {
            breaker.failed("now and then");
            breaker.answered();
        }
        assertThat(breaker.admits()).isTrue();
        breaker.failed("half of the latest calls");
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void longAgoIsForgotten() {
        fail(CircuitBreaker.MOST_FAILURES - 1);
        for (int i = 0; i < 2 * CircuitBreaker.MOST_FAILURES; i++) {
            assertThat(breaker.failing()).isPresent();
            breaker.answered();
        }
        assertThat(breaker.failing()).isEmpty();
        fail(CircuitBreaker.MOST_FAILURES - 1);
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void oneCallIsTriedAfterAWhileAndItsAnswerCloses() {
        fail(CircuitBreaker.MOST_FAILURES);
        pass();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).as("while the first is not back").isFalse();
        breaker.answered();
        assertThat(breaker.failing()).isEmpty();
        fail(CircuitBreaker.MOST_FAILURES - 1);
        assertThat(breaker.admits()).as("it begins anew").isTrue();
    }

    @Test
    void triedInVainItWaitsOnceMore() {
        fail(CircuitBreaker.MOST_FAILURES);
        pass();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.failed("still")).isTrue();
        assertThat(breaker.admits()).isFalse();
        assertThat(breaker.failing()).get().satisfies(failing -> {
            assertThat(failing.since()).isEqualTo(START);
            assertThat(failing.lastAt()).isEqualTo(now);
            assertThat(failing.retryAt()).contains(now.plus(CircuitBreaker.PAUSE));
        });
        pass();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void nothingIsTriedWhileAGivenUpCallStillRuns() {
        breaker.entered();
        fail(CircuitBreaker.MOST_FAILURES);
        pass();
        assertThat(breaker.admits()).isFalse();
        breaker.left();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void tryThatSaysNothingIsFollowedByAnother() {
        fail(CircuitBreaker.MOST_FAILURES);
        pass();
        assertThat(breaker.admits()).isTrue();
        breaker.undecided();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void whatWasCalledBeforeItOpenedNeitherClosesNorProlongsIt() {
        fail(CircuitBreaker.MOST_FAILURES);
        for (int i = 0; i < 2 * CircuitBreaker.MOST_FAILURES; i++) {
            breaker.answered();
        }
        assertThat(breaker.admits()).isFalse();
        now = now.plusSeconds(1);
        assertThat(breaker.failed("late")).isFalse();
        assertThat(breaker.failing()).get().satisfies(failing -> {
            assertThat(failing.lastReason()).isEqualTo("late");
            assertThat(failing.retryAt()).contains(START.plus(CircuitBreaker.PAUSE));
        });
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed("no");
        }
    }

    private void pass() {
        now = now.plus(CircuitBreaker.PAUSE);
    }
}
