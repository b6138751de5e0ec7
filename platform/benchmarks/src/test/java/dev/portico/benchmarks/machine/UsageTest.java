package dev.portico.benchmarks.machine;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void other_load_is_what_nobody_of_us_used() {
        var before = usage(100, 10, 20, 30, 1000);
        var after = usage(110, 14, 21, 32, 1012);
        assertThat(after.since(before).portal()).isEqualTo(ofSeconds(4));
        assertThat(after.since(before).otherCores()).isEqualTo(0.5);
    }

    @Test
    void compiling_is_a_part_of_the_portals_time() {
        var usage = new Usage(ofSeconds(9), ofSeconds(8), ofSeconds(2), ofSeconds(1), ofSeconds(1), ofSeconds(12));
        assertThat(usage.compiling()).isEqualTo(0.25);
        assertThat(usage(1, 0, 0, 0, 1).compiling()).isZero();
    }

    @Test
    void ticks_read_one_after_the_other_make_no_negative_load() {
        assertThat(usage(1, 2, 0, 0, 1).since(usage(0, 0, 0, 0, 0)).otherCores())
                .isZero();
    }

    private static Usage usage(int elapsed, int portal, int database, int driver, int machine) {
        return new Usage(
                ofSeconds(elapsed),
                ofSeconds(portal),
                Duration.ZERO,
                ofSeconds(database),
                ofSeconds(driver),
                ofSeconds(machine));
    }
}
