package dev.portico.portal.subscription.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryBackOffTest {
    @Test
    void tenAttemptsAreMadeWithinADayEachLaterThanTheOneBefore() {
        var before = Duration.ZERO;
        var all = Duration.ZERO;
        for (int attempts = 1; attempts < 10; attempts++) {
            var wait = DeliveryBackOff.after(attempts, 1).orElseThrow();
            assertThat(wait).isGreaterThan(before);
            before = wait;
            all = all.plus(wait);
        }
        assertThat(all).isBetween(Duration.ofHours(20), Duration.ofHours(24));
        assertThat(DeliveryBackOff.after(10, 0)).isEmpty();
    }

    @Test
    void theyAreSpread() {
        assertThat(DeliveryBackOff.after(2, 0)).contains(Duration.ofMinutes(1));
        assertThat(DeliveryBackOff.after(2, 0.5)).contains(Duration.ofSeconds(63));
    }
}
