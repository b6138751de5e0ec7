package dev.portico.portal.feed.control;

import dev.portico.plugin.feed.Feed;
import dev.portico.plugin.feed.FeedResult;
import dev.portico.plugin.feed.FeedResult.Fetched;
import dev.portico.plugin.feed.FeedResult.Missed;
import dev.portico.plugin.feed.FeedResult.Reason;
import dev.portico.plugin.feed.FeedResult.Unchanged;
import dev.portico.plugin.host.Outcome;
import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.feed.entity.FeedProblem;
import dev.portico.portal.feed.entity.Validators;
import dev.portico.portal.outgoing.control.Exchange;
import dev.portico.portal.outgoing.control.Exchange.Answer;
import dev.portico.portal.outgoing.control.Exchange.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What came of a fetch.
 *
 * @param result as the plugin is told
 * @param validators of the document that the plugin has once it has taken this
 * @param retryAfter what the other system asks for
 */
public record Fetch(FeedResult result, Validators validators, Optional<Duration> retryAfter) {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> BUSY = Set.of(429, 503);
    /** Whatever else another system says is neither stored nor said to it again. */
    private static final Pattern VALIDATOR = Pattern.compile("[!-~][ -~]{0,999}");

    /**
     * How a feed stands after it.
     *
     * @param validators of the document that the plugin has
     * @param problem empty after a success
     */
    public record Settled(
            Instant at,
            Validators validators,
            Optional<FeedProblem> problem,
            String detail,
            Optional<Duration> retryAfter) {}

    public static Fetch of(ClaimedFeed claimed, Exchange exchange, Instant at) {
        if (exchange instanceof Answer answer) {
            return new Fetch(result(claimed, answer, at), validators(claimed, answer), retryAfter(answer, at));
        }
        var refusal = (Refusal) exchange;
        return new Fetch(
                new Missed(claimed.feed(), at, reason(refusal.reason()), refusal.detail()),
                claimed.validators(),
                Optional.empty());
    }

    private static FeedResult result(ClaimedFeed claimed, Answer answer, Instant at) {
        Feed feed = claimed.feed();
        if (answer.status() == OK) {
            return new Fetched(
                    feed, at, answer.body(), answer.header("Content-Type").orElse(""));
        }
        return answer.status() == NOT_MODIFIED && !claimed.validators().equals(Validators.NONE)
                ? new Unchanged(feed, at)
                : new Missed(feed, at, Reason.REFUSED, "Status " + answer.status());
    }

    private static Reason reason(Exchange.Reason reason) {
        return switch (reason) {
            case NOT_ALLOWED -> Reason.NOT_ALLOWED;
            case UNREACHABLE -> Reason.UNREACHABLE;
            case TOO_LARGE -> Reason.TOO_LARGE;
        };
    }

    private static Validators validators(ClaimedFeed claimed, Answer answer) {
        return answer.status() == OK
                ? new Validators(validator(answer, "ETag"), validator(answer, "Last-Modified"))
                : claimed.validators();
    }

    private static Optional<String> validator(Answer answer, String name) {
        return answer.header(name).filter(value -> VALIDATOR.matcher(value).matches());
    }

    private static Optional<Duration> retryAfter(Answer answer, Instant now) {
        return BUSY.contains(answer.status())
                ? answer.header("Retry-After").map(String::strip).flatMap(value -> duration(value, now))
                : Optional.empty();
    }

    private static Optional<Duration> duration(String value, Instant now) {
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            var until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, until));
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }

    /** Whether the plugin may know something now that it did not know before: not so where all is as well as ever. */
    public boolean isNews(ClaimedFeed claimed) {
        return !(result instanceof Unchanged) || claimed.failures() > 0;
    }

    /** What a plugin is told that has failed over this: it would show what it had before as if nothing was wrong. */
    public Optional<Missed> lost(Outcome<Optional<String>> taken) {
        return result instanceof Missed
                ? Optional.empty()
                : failure(taken).map(why -> new Missed(result.feed(), result.at(), Reason.PLUGIN, why));
    }

    private static Optional<String> failure(Outcome<Optional<String>> taken) {
        if (taken instanceof Outcome.Failed<Optional<String>> failed) {
            return Optional.of(failed.why());
        }
        return taken instanceof Outcome.PutAside<Optional<String>> aside ? Optional.of(aside.why()) : Optional.empty();
    }

    /** @param before of the document that the plugin has unless it takes this one */
    public Settled settled(Outcome<Optional<String>> taken, Validators before) {
        var failure = failure(taken);
        if (failure.isPresent()) {
            return failed(before, FeedProblem.PLUGIN, failure.get());
        }
        if (result instanceof Missed missed) {
            return failed(before, FeedProblem.of(missed.reason()), missed.detail());
        }
        var complaint = taken.orElse(Optional.of("The plugin takes no feeds"));
        if (complaint.isEmpty()) {
            return new Settled(result.at(), validators, Optional.empty(), "", Optional.empty());
        }
        // Whoever has lost what it took is given all of it the next time.
        return failed(result instanceof Unchanged ? Validators.NONE : before, FeedProblem.NOT_TAKEN, complaint.get());
    }

    private Settled failed(Validators kept, FeedProblem problem, String detail) {
        return new Settled(result.at(), kept, Optional.of(problem), detail, retryAfter);
    }
}
