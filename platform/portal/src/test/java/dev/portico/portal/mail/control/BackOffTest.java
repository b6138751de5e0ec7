package dev.portico.portal.mail.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "9, PT2H8M", "10, PT4H16M", "11, PT6H", "64, PT6H", "1000, PT6H"})
    void theWaitDoublesUpToSixHours(int attempts, Duration wait) {
        assertThat(BackOff.after(attempts, 0)).isEqualTo(wait);
    }

    @Test
    void theWaitIsSpreadByAQuarterAtMost() {
        assertThat(BackOff.after(2, 0.5)).isEqualTo(Duration.ofMillis(52_500));
        assertThat(BackOff.after(2, 1)).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void allWaitsTogetherTakeDays() {
        assertThat(all(1)).isGreaterThan(Duration.ofDays(4));
        assertThat(all(0)).isLessThan(Duration.ofDays(6));
    }

    private static Duration all(double random) {
        return IntStream.range(1, BackOff.MOST_ATTEMPTS)
                .mapToObj(attempts -> BackOff.after(attempts, random))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
