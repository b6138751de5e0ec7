package dev.portico.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {
    private Instant now = Instant.EPOCH;
    private final AtomicInteger made = new AtomicInteger();
    private final Recent<Integer> recent = new Recent<>(Duration.ofSeconds(60), 2, () -> now);

    @Test
    void aValueIsKeptForItsTime() {
        assertThat(read("a")).isEqualTo(1);
        now = now.plusSeconds(59);
        assertThat(read("a")).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(read("a")).isEqualTo(2);
    }

    @Test
    void theLeastUsedGoesFirst() {
        read("a");
        read("b");
        read("a");
        read("c");
        assertThat(read("a")).isEqualTo(1);
        assertThat(read("b")).isEqualTo(4);
    }

    private int read(String key) {
        return recent.get(key, made::incrementAndGet);
    }
}
