package dev.portico.portal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final AttemptLimit limit = new AttemptLimit(2, Duration.ofHours(1));

    @Test
    void whoHasHadItsAttemptsWaitsAndNobodyElse() {
        assertThat(limit.allows("one", NOW)).isTrue();
        assertThat(limit.allows("one", NOW.plusSeconds(1))).isTrue();
        assertThat(limit.allows("one", NOW.plusSeconds(3599))).isFalse();
        assertThat(limit.allows("other", NOW.plusSeconds(2))).isTrue();
        assertThat(limit.allows("one", NOW.plusSeconds(3600))).isTrue();
    }

    @Test
    void itRemembersSoManyAndThoseWhoCameLast() {
        for (int i = 0; i < 3; i++) {
            limit.allows("loud", NOW);
        }
        for (int i = 0; i < 9_999; i++) {
            limit.allows("client" + i, NOW);
        }
        assertThat(limit.allows("loud", NOW)).isFalse();
        for (int i = 0; i < 10_000; i++) {
            limit.allows("client" + i, NOW);
        }
        assertThat(limit.allows("loud", NOW)).isTrue();
    }
}
