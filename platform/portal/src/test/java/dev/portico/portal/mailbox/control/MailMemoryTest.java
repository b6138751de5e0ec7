package dev.portico.portal.mailbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MailMemoryTest {
    private static final int KIB = 1024;

    private final MailMemory memory = new MailMemory(100 * KIB);

    @Test
    void whatDoesNotFitWaitsUntilThereIsRoom() throws Exception {
        CompletableFuture<Boolean> second;
        try (var first = memory.take(60 * KIB, () -> false)) {
            assertThat(first.given()).isTrue();
            second = CompletableFuture.supplyAsync(this::takesMost);
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(second).isNotDone();
        }
        assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoComesFirstIsFirstHoweverMuchItNeeds() throws Exception {
        var first = memory.take(60 * KIB, () -> false);
        var large = CompletableFuture.supplyAsync(() -> memory.take(100 * KIB, () -> false));
        // Longer than it looks whether anybody still waits.
        TimeUnit.MILLISECONDS.sleep(1_200);
        var small = CompletableFuture.supplyAsync(() -> memory.take(KIB, () -> false));
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(small).isNotDone();
        first.close();
        large.get(10, TimeUnit.SECONDS).close();
        small.get(10, TimeUnit.SECONDS).close();
    }

    @Test
    void whoGivesUpKeepsNobodyWaiting() throws Exception {
        var over = new AtomicBoolean();
        try (var first = memory.take(60 * KIB, () -> false)) {
            assertThat(first.given()).isTrue();
            var large = CompletableFuture.supplyAsync(() -> memory.take(100 * KIB, over::get));
            TimeUnit.MILLISECONDS.sleep(300);
            over.set(true);
            try (var small = memory.take(KIB, () -> false)) {
                assertThat(small.given()).isTrue();
            }
            assertThat(large.get(10, TimeUnit.SECONDS).given()).isFalse();
        }
    }

    private boolean takesMost() {
        try (var share = memory.take(60 * KIB, () -> false)) {
            return share.given();
        }
    }

    @Test
    void aMailThatIsLargerThanAllTakesAll() {
        try (var all = memory.take(Long.MAX_VALUE, () -> false)) {
            assertThat(all.given()).isTrue();
            try (var none = memory.take(1, () -> all.given())) {
                assertThat(none.given()).isFalse();
            }
        }
        try (var next = memory.take(100 * KIB, () -> false)) {
            assertThat(next.given()).isTrue();
        }
    }
}
