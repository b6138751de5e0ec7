package dev.portico.portal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryUsage;
import org.junit.jupiter.api.Test;

class MemoryPressureTest {
    private static final long MAX = 1000;

    private long left = MAX;
    private long needed = MAX;
    private final MemoryPressure pressure =
            new MemoryPressure(() -> new MemoryUsage(0, left, MAX, MAX), () -> left = needed);

    @Test
    void fullAfterOneCollectionAfterTheOtherIsTooMuch() {
        assertThat(looks(pressure, MemoryPressure.LOOKS - 1)).isFalse();
        assertThat(looks(pressure, 1)).isTrue();
    }

    @Test
    void whatIsGivenBackInBetweenIsForgotten() {
        looks(pressure, MemoryPressure.LOOKS - 1);
        left = MAX / 2;
        looks(pressure, 1);
        left = MAX;
        assertThat(looks(pressure, MemoryPressure.LOOKS - 1)).isFalse();
    }

    @Test
    void whatNobodyNeedsAnyMoreDoesNotCount() {
        needed = MAX / 2;
        for (var look = 0; look < MemoryPressure.LOOKS; look++) {
            left = MAX;
            assertThat(pressure.lasts()).isFalse();
        }
    }

    @Test
    void findingNoMemoryToLookIsFullToo() {
        var none = new MemoryPressure(
                () -> {
                    throw new OutOfMemoryError();
                },
                () -> {});
        assertThat(looks(none, MemoryPressure.LOOKS - 1)).isFalse();
        assertThat(looks(none, 1)).isTrue();
    }

    private static boolean looks(MemoryPressure at, int times) {
        var lasts = false;
        for (var look = 0; look < times; look++) {
            lasts = at.lasts();
        }
        return lasts;
    }
}
