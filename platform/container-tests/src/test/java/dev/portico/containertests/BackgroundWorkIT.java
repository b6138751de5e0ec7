package dev.portico.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.feed.Feed;
import dev.portico.portal.feed.control.FeedStore;
import dev.portico.portal.feed.control.FeedStore.Wish;
import dev.portico.portal.feed.control.Fetch.Settled;
import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.feed.entity.FeedProblem;
import dev.portico.portal.feed.entity.FeedState;
import dev.portico.portal.feed.entity.Validators;
import dev.portico.portal.job.control.JobStore;
import dev.portico.portal.job.entity.ClaimedJob;
import dev.portico.portal.plugin.control.TenantPluginStore;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Feeds (F1) and jobs (J3) in the database: due when they should be, one node's at a time, their own tenant's alone. */
@ExtendWith(ArquillianExtension.class)
class BackgroundWorkIT {
    private static final String TENANT = "harmony";
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Validators KNOWN = new Validators(Optional.of("\"1\""), Optional.of("yesterday"));

    /** Nobody has enabled it, so the portal's own rounds leave it alone. */
    private final String plugin = "p-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    People people;

    @Inject
    TenantPluginStore plugins;

    @Inject
    FeedStore feeds;

    @Inject
    JobStore jobs;

    @Deployment
    static WebArchive product() {
        return Product.with(BackgroundWorkIT.class);
    }

    @BeforeEach
    void plugin() {
        in(() -> plugins.lock(plugin));
    }

    private <T> T in(Deed<T> deed) {
        return people.in(TENANT, deed);
    }

    private static Wish wish(String id, String basis) {
        var address = URI.create("https://status.example/" + id);
        return new Wish(new Feed(id, address, Duration.ofMinutes(5)), basis);
    }

    private Wish add(Wish wish) {
        return in(() -> {
            feeds.add(plugin, wish, NOW);
            return wish;
        });
    }

    private Optional<ClaimedFeed> claim(Instant now) {
        return in(() -> feeds.claim(List.of(plugin), now, now.plus(HOUR)));
    }

    private List<FeedState> settle(ClaimedFeed claimed, Validators validators, Optional<FeedProblem> problem) {
        return in(() -> {
            feeds.settle(claimed, new Settled(NOW, validators, problem, "why", Optional.empty()), NOW.plus(HOUR));
            return feeds.of(plugin);
        });
    }

    private boolean holds(ClaimedFeed claimed) {
        return in(() -> feeds.holds(claimed));
    }

    @Test
    void two_nodes_have_two_feeds_and_the_third_has_none() {
        add(wish("a", ""));
        add(wish("b", ""));
        var claimed = in(() -> {
            var mine = feeds.claim(List.of(plugin), NOW, NOW.plus(HOUR)).orElseThrow();
            // This transaction is still open: a claim that waits for its end waits in vain.
            var other = people.elsewhere(TENANT, () -> claim(NOW))
                    .get(30, TimeUnit.SECONDS)
                    .orElseThrow();
            return Set.of(mine.feed().id(), other.feed().id());
        });
        assertThat(claimed).containsExactlyInAnyOrder("a", "b");
        assertThat(claim(NOW)).isEmpty();
        assertThat(in(() -> feeds.due(List.of(plugin), NOW))).isFalse();
    }

    @Test
    void another_tenant_has_nothing_of_it() {
        add(wish("a", ""));
        var theirs = people.in("bmc", () -> feeds.claim(List.of(plugin), NOW, NOW.plus(HOUR)));
        assertThat(theirs).isEmpty();
        var claimed = claim(NOW).orElseThrow();
        assertThat(people.in("bmc", () -> feeds.holds(claimed))).isFalse();
        assertThat(people.in("bmc", () -> feeds.of(plugin))).isEmpty();
        assertThat(holds(claimed)).isTrue();
    }

    @Test
    void who_takes_too_long_has_lost_it() {
        add(wish("a", ""));
        var late = claim(NOW).orElseThrow();
        assertThat(claim(NOW.plus(HOUR).minusMillis(1))).isEmpty();
        var next = claim(NOW.plus(HOUR)).orElseThrow();
        assertThat(holds(late)).isFalse();
        assertThat(settle(late, KNOWN, Optional.empty())).singleElement().satisfies(feed -> assertThat(feed.lastAt())
                .isEmpty());
        assertThat(settle(next, KNOWN, Optional.empty())).singleElement().satisfies(feed -> {
            assertThat(feed.lastTakenAt()).contains(NOW);
            assertThat(feed.nextAt()).isEqualTo(NOW.plus(HOUR));
            assertThat(feed.problem()).isEmpty();
        });
        assertThat(claim(NOW.plus(HOUR)).orElseThrow().validators()).isEqualTo(KNOWN);
    }

    @Test
    void a_failure_is_counted_and_the_last_good_fetch_remembered() {
        add(wish("a", ""));
        settle(claim(NOW).orElseThrow(), KNOWN, Optional.empty());
        var failing = claim(NOW.plus(HOUR)).orElseThrow();
        assertThat(failing.failures()).isZero();
        assertThat(settle(failing, KNOWN, Optional.of(FeedProblem.REFUSED)))
                .singleElement()
                .satisfies(feed -> {
                    assertThat(feed.problem()).contains(FeedProblem.REFUSED);
                    assertThat(feed.lastTakenAt()).contains(NOW);
                });
        assertThat(claim(NOW.plus(HOUR)).orElseThrow().failures()).isEqualTo(1);
    }

    @Test
    void other_settings_have_the_document_fetched_whole_but_not_sooner_than_allowed() {
        add(wish("a", "1"));
        settle(claim(NOW).orElseThrow(), KNOWN, Optional.empty());
        in(() -> {
            feeds.startOver(plugin, wish("a", "1"), NOW, SHORTEST);
            return plugin;
        });
        assertThat(claim(NOW.plus(SHORTEST))).as("nothing has changed").isEmpty();

        var running = claim(NOW.plus(HOUR)).orElseThrow();
        in(() -> {
            feeds.startOver(plugin, wish("a", "2"), NOW, SHORTEST);
            return plugin;
        });
        assertThat(holds(running)).isFalse();
        assertThat(in(() -> feeds.wishes(plugin))).containsExactly(wish("a", "2"));
        assertThat(claim(NOW.plus(SHORTEST).minusMillis(1))).isEmpty();
        assertThat(claim(NOW.plus(SHORTEST)).orElseThrow().validators()).isEqualTo(Validators.NONE);
    }

    @Test
    void another_address_is_another_feed_and_what_is_not_wanted_is_forgotten() {
        var moved = new Wish(new Feed("a", URI.create("https://other.example/"), Duration.ofMinutes(5)), "");
        add(wish("a", ""));
        add(wish("b", ""));
        settle(claim(NOW).orElseThrow(), KNOWN, Optional.of(FeedProblem.REFUSED));
        in(() -> {
            feeds.keepOnly(plugin, List.of("a"));
            feeds.forgetOtherThan(plugin, moved.feed());
            return plugin;
        });
        assertThat(in(() -> feeds.wishes(plugin))).isEmpty();
        add(moved);
        assertThat(in(() -> feeds.wishes(plugin))).containsExactly(moved);
        assertThat(claim(NOW)).hasValueSatisfying(claimed -> {
            assertThat(claimed.feed()).isEqualTo(moved.feed());
            assertThat(claimed.failures()).isZero();
        });
    }

    @Test
    void who_does_not_want_to_wait_waits_as_little_as_allowed() {
        add(wish("a", ""));
        settle(claim(NOW).orElseThrow(), KNOWN, Optional.empty());
        in(() -> {
            feeds.hurry(plugin, NOW, SHORTEST);
            return plugin;
        });
        assertThat(in(() -> feeds.of(plugin))).singleElement().satisfies(feed -> assertThat(feed.nextAt())
                .isEqualTo(NOW.plus(SHORTEST)));
    }

    @Test
    void a_job_is_run_once_over_all_nodes() {
        in(() -> {
            jobs.put(plugin, "tidy", NOW);
            jobs.put(plugin, "tidy", NOW.minus(HOUR));
            return plugin;
        });
        assertThat(people.in("bmc", () -> jobs.claim(List.of(plugin), NOW, NOW.plus(HOUR))))
                .isEmpty();
        var claimed = claimJob(NOW).orElseThrow();
        assertThat(claimJob(NOW)).isEmpty();
        in(() -> {
            jobs.settle(claimed, NOW, NOW.plus(HOUR), Optional.of("broken"));
            return plugin;
        });
        assertThat(in(() -> jobs.of(plugin))).singleElement().satisfies(job -> {
            assertThat(job.problem()).contains("broken");
            assertThat(job.lastAt()).contains(NOW);
            assertThat(job.nextAt()).isEqualTo(NOW.plus(HOUR));
        });
        assertThat(claimJob(NOW)).isEmpty();
        assertThat(in(() -> jobs.hurry(plugin, "none", NOW))).isFalse();
        assertThat(in(() -> jobs.hurry(plugin, "tidy", NOW))).isTrue();
        assertThat(claimJob(NOW)).isPresent();
    }

    private Optional<ClaimedJob> claimJob(Instant now) {
        return in(() -> jobs.claim(List.of(plugin), now, now.plus(HOUR)));
    }
}
