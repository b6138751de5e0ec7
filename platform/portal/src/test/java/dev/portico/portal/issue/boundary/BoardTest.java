package dev.portico.portal.issue.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.issue.KnownIssue;
import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static final Map<String, List<KnownIssue>> OUTAGE = Map.of("status", List.of(issue()));

    private final Board board = new Board(Duration.ofHours(1));

    @Test
    void asksOnceWhileTheAnswerIsFresh() {
        assertThat(board.read(earlier -> OUTAGE)).isEqualTo(OUTAGE);
        assertThat(board.read(earlier -> Map.of())).isEqualTo(OUTAGE);
    }

    @Test
    void asksAnewWhenSomethingMayHaveChanged() {
        board.read(earlier -> OUTAGE);

        board.age();

        assertThat(board.read(earlier -> {
                    assertThat(earlier).isEqualTo(OUTAGE);
                    return Map.of();
                }))
                .isEmpty();
    }

    @Test
    void othersGoOnWithWhatWasKnownWhileOneAsks() throws Exception {
        board.read(earlier -> OUTAGE);
        board.age();
        var asking = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var slow = CompletableFuture.supplyAsync(() -> board.read(earlier -> {
            asking.countDown();
            await(answer);
            return Map.of();
        }));
        asking.await();

        var meanwhile = board.read(earlier -> {
            throw new AssertionError("asked twice at a time");
        });

        assertThat(meanwhile).isEqualTo(OUTAGE);
        answer.countDown();
        assertThat(slow.get()).isEmpty();
    }

    @Test
    void whatChangesWhileItIsAskedIsAskedAnew() {
        board.read(earlier -> {
            board.age();
            return Map.of();
        });

        assertThat(board.read(earlier -> OUTAGE)).isEqualTo(OUTAGE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static KnownIssue issue() {
        return new KnownIssue(
                "i1",
                Tone.CRITICAL,
                Text.written("Down"),
                Text.written("Looking"),
                Instant.EPOCH,
                Address.tenant("status"));
    }
}
