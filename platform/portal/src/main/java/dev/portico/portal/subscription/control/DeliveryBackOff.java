package dev.portico.portal.subscription.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after a webhook has failed: at first seconds, in the end hours, about a day in all. */
public final class DeliveryBackOff {
    private static final double SPREAD = 0.1;
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(6),
            Duration.ofHours(8));

    private DeliveryBackOff() {}

    /**
     * Empty where that was the last attempt.
     *
     * @param attempts made so far, at least 1
     * @param random from 0 to 1, so that what failed together does not return together
     */
    public static Optional<Duration> after(int attempts, double random) {
        return attempts > WAITS.size()
                ? Optional.empty()
                : Optional.of(
                        Duration.ofMillis(Math.round(WAITS.get(attempts - 1).toMillis() * (1 + SPREAD * random))));
    }
}
