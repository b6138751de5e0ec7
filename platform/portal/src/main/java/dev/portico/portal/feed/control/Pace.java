package dev.portico.portal.feed.control;

import dev.portico.plugin.feed.Feed;
import dev.portico.portal.feed.control.Fetch.Settled;
import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.feed.entity.FeedProblem;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How often is asked, whatever plugins and other systems say.
 *
 * @param shortest between two fetches of a feed
 */
public record Pace(Duration shortest) {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration LONGEST_AFTER_FAILURE = Duration.ofHours(1);
    private static final double SPREAD = 0.25;
    private static final int MOST_DOUBLINGS = 20;
    private static final int MOST_FEEDS = 100;
    private static final int LONGEST_ADDRESS = 2000;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

    /** What of a plugin's wishes is fetched: of several with the same id the first. */
    public List<Feed> of(Collection<Feed> wishes) {
        var feeds = new LinkedHashMap<String, Feed>();
        wishes.stream()
                .filter(Pace::isComplete)
                .forEach(
                        feed -> feeds.putIfAbsent(feed.id(), new Feed(feed.id(), feed.address(), every(feed.every()))));
        return feeds.values().stream().limit(MOST_FEEDS).toList();
    }

    // A plugin's code may be wrong in ways that the API's types do not show.
    private static boolean isComplete(Feed feed) {
        return feed.id() != null
                && ID.matcher(feed.id()).matches()
                && feed.address() != null
                && feed.address().toString().length() <= LONGEST_ADDRESS
                && feed.every() != null;
    }

    private Duration every(Duration wanted) {
        return longer(shortest, shorter(LONGEST, wanted));
    }

    /**
     * How long after a fetch the next one is due.
     *
     * @param random from 0 to 1
     */
    public static Duration after(ClaimedFeed claimed, Settled settled, double random) {
        var every = claimed.feed().every();
        // Of an address that is not allowed nobody is spared by waiting longer, and it may be allowed any moment.
        var failed = settled.problem()
                .filter(problem -> problem != FeedProblem.NOT_ALLOWED)
                .isPresent();
        return failed ? afterFailure(every, claimed.failures() + 1, settled.retryAfter(), random) : every;
    }

    /**
     * Doubled with each failure, and spread, lest feeds that failed together return together.
     *
     * @param failures in a row, this one included
     * @param wished by the other system
     * @param random from 0 to 1
     */
    static Duration afterFailure(Duration every, int failures, Optional<Duration> wished, double random) {
        var doubled = every.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        var spread = doubled.plusMillis(Math.round(doubled.toMillis() * SPREAD * random));
        var most = longer(every, LONGEST_AFTER_FAILURE);
        return shorter(most, longer(spread, wished.orElse(Duration.ZERO)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
