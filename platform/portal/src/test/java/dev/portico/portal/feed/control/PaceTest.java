package dev.portico.portal.feed.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.feed.Feed;
import dev.portico.portal.feed.control.Fetch.Settled;
import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.feed.entity.FeedProblem;
import dev.portico.portal.feed.entity.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Pace PACE = new Pace(Duration.ofSeconds(30));
    private static final URI ADDRESS = URI.create("https://status.example/feed");

    @Test
    void nobody_is_asked_more_often_than_allowed_or_hardly_ever() {
        var feeds = PACE.of(List.of(
                new Feed("often", ADDRESS, Duration.ofMillis(1)),
                new Feed("never", ADDRESS, Duration.ofSeconds(Long.MAX_VALUE)),
                new Feed("backwards", ADDRESS, Duration.ofSeconds(-5)),
                new Feed("fine", ADDRESS, Duration.ofMinutes(5))));
        assertThat(feeds)
                .extracting(Feed::every)
                .containsExactly(
                        Duration.ofSeconds(30), Duration.ofDays(1), Duration.ofSeconds(30), Duration.ofMinutes(5));
    }

    @Test
    @SuppressWarnings("NullAway") // as a plugin could
    void what_a_plugin_may_not_wish_is_passed_over() {
        var wishes = new ArrayList<Feed>(List.of(
                new Feed("fine", ADDRESS, Duration.ofMinutes(5)),
                new Feed("fine", URI.create("https://other.example/"), Duration.ofMinutes(5)),
                new Feed("Not Fine", ADDRESS, Duration.ofMinutes(5)),
                new Feed("", ADDRESS, Duration.ofMinutes(5)),
                new Feed("x".repeat(41), ADDRESS, Duration.ofMinutes(5)),
                new Feed(null, ADDRESS, Duration.ofMinutes(5)),
                new Feed("nowhere", null, Duration.ofMinutes(5)),
                new Feed("long", URI.create("https://status.example/" + "x".repeat(2000)), Duration.ofMinutes(5)),
                new Feed("whenever", ADDRESS, null)));
        assertThat(PACE.of(wishes)).containsExactly(new Feed("fine", ADDRESS, Duration.ofMinutes(5)));
        IntStream.range(0, 200).forEach(i -> wishes.add(new Feed("f" + i, ADDRESS, Duration.ofMinutes(5))));
        assertThat(PACE.of(wishes)).hasSize(100);
    }

    @Property
    void after_each_failure_the_wait_is_longer_up_to_an_hour(
            @ForAll @IntRange(min = 30, max = 100_000) int seconds,
            @ForAll @IntRange(min = 1, max = 1_000_000) int failures,
            @ForAll @DoubleRange(min = 0, max = 1) double random) {
        var every = Duration.ofSeconds(seconds);
        var wait = Pace.afterFailure(every, failures, Optional.empty(), random);
        assertThat(wait).isBetween(every, every.compareTo(Duration.ofHours(1)) > 0 ? every : Duration.ofHours(1));
        assertThat(Pace.afterFailure(every, failures + 1, Optional.empty(), random))
                .isGreaterThanOrEqualTo(wait);
    }

    @Property
    void who_asks_to_be_left_alone_is_for_an_hour_at_most(
            @ForAll @LongRange(min = -100_000, max = 1_000_000_000) long seconds) {
        var every = Duration.ofSeconds(30);
        assertThat(Pace.afterFailure(every, 1, Optional.of(Duration.ofSeconds(seconds)), 0))
                .isEqualTo(Duration.ofSeconds(Math.max(30, Math.min(3600, seconds))));
    }

    @Test
    void feeds_that_failed_together_do_not_return_together() {
        var every = Duration.ofSeconds(40);
        assertThat(Pace.afterFailure(every, 3, Optional.empty(), 0)).isEqualTo(Duration.ofSeconds(160));
        assertThat(Pace.afterFailure(every, 3, Optional.empty(), 1)).isEqualTo(Duration.ofSeconds(200));
    }

    @Test
    void an_address_that_is_not_allowed_slows_nothing_down() {
        var every = Duration.ofMinutes(1);
        var claimed = new ClaimedFeed("p", new Feed("a", ADDRESS, every), Validators.NONE, 3, UUID.randomUUID());
        assertThat(Pace.after(claimed, settled(Optional.empty()), 0)).isEqualTo(every);
        assertThat(Pace.after(claimed, settled(Optional.of(FeedProblem.NOT_ALLOWED)), 0))
                .isEqualTo(every);
        assertThat(Pace.after(claimed, settled(Optional.of(FeedProblem.REFUSED)), 0))
                .isEqualTo(Duration.ofMinutes(8));
    }

    private static Settled settled(Optional<FeedProblem> problem) {
        return new Settled(Instant.EPOCH, Validators.NONE, problem, "", Optional.empty());
    }
}
