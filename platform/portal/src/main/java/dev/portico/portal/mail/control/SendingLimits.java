package dev.portico.portal.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many mails of one tenant go out within a while, on all nodes together; the rest waits. News may use four fifths of it, so
 * that what somebody waits for does not wait for the next while.
 */
@ApplicationScoped
public class SendingLimits {
    @Inject
    @ConfigProperty(name = "portico.mail.most-per-minute")
    Optional<Integer> perMinute;

    @Inject
    @ConfigProperty(name = "portico.mail.most-per-hour")
    Optional<Integer> perHour;

    /** No more than {@code most} since then. */
    public record Limit(int most, Instant since) {
        private static final int RESERVED_PART = 5;

        /** How many may have gone out, of all, for news to go out as well. */
        int mostWithNews() {
            return most - Math.max(Math.min(1, most - 1), most / RESERVED_PART);
        }
    }

    public List<Limit> at(Instant now) {
        return Stream.of(limit(perMinute, Duration.ofMinutes(1), now), limit(perHour, Duration.ofHours(1), now))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Limit> limit(Optional<Integer> most, Duration within, Instant now) {
        return most.map(count -> new Limit(count, now.minus(within)));
    }
}
