package dev.portico.portal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryUsage;
import org.junit.jupiter.api.Test;

class MemoryPressureTest {
    private static final long MAX = 1000;

    private long collections = 1;
    private long left = MAX;
    private final MemoryPressure pressure =
            new MemoryPressure(() -> collections, () -> new MemoryUsage(0, left, MAX, MAX));

    @Test
    void fullAfterOneCollectionAfterTheOtherIsTooMuch() {
        assertThat(looks(MemoryPressure.LOOKS - 1)).isFalse();
        assertThat(looks(1)).isTrue();
    }

    @Test
    void whatIsGivenBackInBetweenIsForgotten() {
        looks(MemoryPressure.LOOKS - 1);
        left = MAX / 2;
        looks(1);
        left = MAX;
        assertThat(looks(MemoryPressure.LOOKS - 1)).isFalse();
    }

    @Test
    void whatTheLatestCollectionLeftIsNoNewsAfterAWhile() {
        looks(1);
        collections--;
        for (var look = 0; look < MemoryPressure.LOOKS; look++) {
            assertThat(pressure.lasts()).isFalse();
        }
    }

    @Test
    void findingNoMemoryToLookIsFullToo() {
        var none = new MemoryPressure(
                () -> {
                    throw new OutOfMemoryError();
                },
                () -> new MemoryUsage(0, 0, MAX, MAX));
        for (var look = 1; look < MemoryPressure.LOOKS; look++) {
            assertThat(none.lasts()).isFalse();
        }
        assertThat(none.lasts()).isTrue();
    }

    private boolean looks(int times) {
        var lasts = false;
        for (var look = 0; look < times; look++) {
            lasts = pressure.lasts();
            collections++;
        }
        return lasts;
    }
}
