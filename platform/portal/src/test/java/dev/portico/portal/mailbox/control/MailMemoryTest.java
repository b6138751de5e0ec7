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
        try (var other = take(40)) {
            assertThat(other.given()).isTrue();
            var first = take(40);
            var second = CompletableFuture.supplyAsync(() -> take(40));
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(second).isNotDone();
            first.close();
            try (var given = second.get(10, TimeUnit.SECONDS)) {
                assertThat(given.given()).isTrue();
            }
        }
    }

    @Test
    void whoComesFirstIsFirstHoweverMuchItNeeds() throws Exception {
        var one = take(40);
        try (var other = take(40)) {
            assertThat(other.given()).isTrue();
            var large = CompletableFuture.supplyAsync(() -> take(50));
            // Longer than it looks whether anybody still waits.
            TimeUnit.MILLISECONDS.sleep(1_200);
            var small = CompletableFuture.supplyAsync(() -> take(1));
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(small).isNotDone();
            one.close();
            large.get(10, TimeUnit.SECONDS).close();
            small.get(10, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void whoGivesUpKeepsNobodyWaiting() throws Exception {
        var over = new AtomicBoolean();
        try (var one = take(40);
                var other = take(40)) {
            assertThat(one.given() && other.given()).isTrue();
            var large = CompletableFuture.supplyAsync(() -> memory.take(50 * KIB, over::get));
            TimeUnit.MILLISECONDS.sleep(300);
            over.set(true);
            try (var small = take(1)) {
                assertThat(small.given()).isTrue();
            }
            assertThat(large.get(10, TimeUnit.SECONDS).given()).isFalse();
        }
    }

    @Test
    void aMailThatIsLargerThanAllLeavesHalfOfItToOthers() {
        try (var large = memory.take(Long.MAX_VALUE, () -> false);
                var other = memory.take(Long.MAX_VALUE, () -> false)) {
            assertThat(large.given() && other.given()).isTrue();
            try (var none = memory.take(1, () -> true)) {
                assertThat(none.given()).isFalse();
            }
        }
        try (var next = take(50)) {
            assertThat(next.given()).isTrue();
        }
    }

    private MailMemory.Share take(int kib) {
        return memory.take(kib * KIB, () -> false);
    }
}
