package dev.portico.portal.feed.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.feed.Feed;
import dev.portico.plugin.feed.FeedResult.Fetched;
import dev.portico.plugin.feed.FeedResult.Missed;
import dev.portico.plugin.feed.FeedResult.Reason;
import dev.portico.plugin.feed.FeedResult.Unchanged;
import dev.portico.plugin.host.Outcome;
import dev.portico.plugin.host.Outcome.Answered;
import dev.portico.plugin.host.Outcome.Failed;
import dev.portico.plugin.host.Outcome.NotOffered;
import dev.portico.plugin.host.Outcome.PutAside;
import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.feed.entity.FeedProblem;
import dev.portico.portal.feed.entity.Validators;
import dev.portico.portal.outgoing.control.Exchange;
import dev.portico.portal.outgoing.control.Exchange.Answer;
import dev.portico.portal.outgoing.control.Exchange.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Feed FEED = new Feed("a", URI.create("https://status.example/"), Duration.ofMinutes(1));
    private static final Validators OLD = new Validators(Optional.of("\"old\""), Optional.empty());
    private static final Validators NEW = new Validators(Optional.of("\"new\""), Optional.of("yesterday"));
    private static final Outcome<Optional<String>> TAKEN = new Answered<>(Optional.empty());
    private static final Outcome<Optional<String>> NOT_TAKEN = new Answered<>(Optional.of("no JSON"));

    private static Fetch fetch(Validators before, Exchange exchange) {
        return Fetch.of(new ClaimedFeed("plugin", FEED, before, 0, UUID.randomUUID()), exchange, NOW);
    }

    private static Answer document() {
        return new Answer(
                200, Map.of("etag", "\"new\"", "last-modified", "yesterday", "content-type", "a/b"), new byte[] {1});
    }

    private static Answer status(int status, String... headers) {
        return new Answer(status, headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]), new byte[0]);
    }

    @Test
    void a_document_is_handed_on_and_its_validators_are_kept_once_it_was_taken() {
        var fetch = fetch(OLD, document());
        assertThat(fetch.result()).isInstanceOfSatisfying(Fetched.class, fetched -> {
            assertThat(fetched.content()).containsExactly(1);
            assertThat(fetched.type()).isEqualTo("a/b");
            assertThat(fetched.at()).isEqualTo(NOW);
        });
        assertThat(fetch.settled(TAKEN, OLD).validators()).isEqualTo(NEW);
        assertThat(fetch.settled(TAKEN, OLD).problem()).isEmpty();
        for (var failure : List.of(
                NOT_TAKEN,
                new Failed<Optional<String>>("broken"),
                new PutAside<Optional<String>>("broken"),
                new NotOffered<Optional<String>>())) {
            assertThat(fetch.settled(failure, OLD).validators())
                    .as(failure.toString())
                    .isEqualTo(OLD);
            assertThat(fetch.settled(failure, OLD).problem())
                    .as(failure.toString())
                    .isPresent();
        }
        assertThat(fetch.settled(NOT_TAKEN, OLD).detail()).isEqualTo("no JSON");
        assertThat(fetch.settled(new Failed<>("broken"), OLD).problem()).contains(FeedProblem.PLUGIN);
    }

    @Test
    void a_document_without_validators_has_none_afterwards() {
        assertThat(fetch(OLD, status(200, "etag", " ")).settled(TAKEN, OLD).validators())
                .isEqualTo(Validators.NONE);
        assertThat(fetch(OLD, status(200, "etag", "x".repeat(2000)))
                        .settled(TAKEN, OLD)
                        .validators())
                .isEqualTo(Validators.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\0b\"", "\"\u00e9\"", "\"a\tb\"", "\u007f", "\r\nHost: other.example"})
    void a_validator_that_could_not_be_stored_or_sent_is_none(String said) {
        assertThat(fetch(OLD, status(200, "etag", said)).settled(TAKEN, OLD).validators())
                .isEqualTo(Validators.NONE);
        assertThat(fetch(OLD, status(200, "last-modified", said))
                        .settled(TAKEN, OLD)
                        .validators())
                .isEqualTo(Validators.NONE);
    }

    @Test
    void a_plugin_that_has_failed_over_a_document_is_told_that_it_missed_it() {
        var missed = new Missed(FEED, NOW, Reason.PLUGIN, "too slow");
        for (var exchange : List.of(document(), status(304))) {
            assertThat(fetch(OLD, exchange).lost(new Failed<>("too slow"))).contains(missed);
            assertThat(fetch(OLD, exchange).lost(new PutAside<>("too slow"))).contains(missed);
            assertThat(fetch(OLD, exchange).lost(TAKEN)).isEmpty();
            assertThat(fetch(OLD, exchange).lost(NOT_TAKEN))
                    .as("it has said so itself")
                    .isEmpty();
            assertThat(fetch(OLD, exchange).lost(new NotOffered<>())).isEmpty();
        }
        assertThat(fetch(OLD, status(500)).lost(new Failed<>("too slow")))
                .as("it was told so")
                .isEmpty();
    }

    @Test
    void what_is_the_same_is_told_as_such() {
        var fetch = fetch(OLD, status(304));
        assertThat(fetch.result()).isEqualTo(new Unchanged(FEED, NOW));
        assertThat(fetch.settled(TAKEN, OLD).validators()).isEqualTo(OLD);
        assertThat(fetch.settled(TAKEN, OLD).problem()).isEmpty();
        assertThat(fetch.settled(NOT_TAKEN, OLD).validators())
                .as("of a plugin that has lost the document")
                .isEqualTo(Validators.NONE);
    }

    @Test
    void nobody_asked_for_the_same() {
        assertThat(fetch(Validators.NONE, status(304)).result())
                .isInstanceOfSatisfying(
                        Missed.class, missed -> assertThat(missed.reason()).isEqualTo(Reason.REFUSED));
    }

    @ParameterizedTest
    @CsvSource({"500", "404", "204", "206", "301", "100"})
    void other_answers_are_refusals(int status) {
        var fetch = fetch(OLD, status(status));
        assertThat(fetch.result()).isEqualTo(new Missed(FEED, NOW, Reason.REFUSED, "Status " + status));
        var settled = fetch.settled(TAKEN, OLD);
        assertThat(settled.problem()).contains(FeedProblem.REFUSED);
        assertThat(settled.validators()).isEqualTo(OLD);
        assertThat(settled.detail()).isEqualTo("Status " + status);
    }

    @ParameterizedTest
    @EnumSource(Exchange.Reason.class)
    void why_there_is_no_answer_is_told(Exchange.Reason reason) {
        var fetch = fetch(OLD, new Refusal(reason, "why"));
        assertThat(fetch.result()).isEqualTo(new Missed(FEED, NOW, Reason.valueOf(reason.name()), "why"));
        assertThat(fetch.settled(TAKEN, OLD).problem()).contains(FeedProblem.valueOf(reason.name()));
        assertThat(fetch.settled(TAKEN, OLD).validators()).isEqualTo(OLD);
    }

    @ParameterizedTest
    @CsvSource({
        "503, 120, 120",
        "429, ' 7 ', 7",
        "429, 'Sun, 22 Nov 2026 10:01:00 GMT', 60",
        "503, 'Sun, 22 Nov 2026 09:59:00 GMT', -60",
        "503, soon,",
        "503, 99999999999999999999,",
        "500, 120,"
    })
    void a_busy_server_says_when_to_come_back(int status, String header, Long seconds) {
        assertThat(fetch(OLD, status(status, "retry-after", header))
                        .settled(TAKEN, OLD)
                        .retryAfter())
                .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }

    @Test
    void what_is_as_well_as_ever_is_no_news() {
        var well = new ClaimedFeed("plugin", FEED, OLD, 0, UUID.randomUUID());
        var failing = new ClaimedFeed("plugin", FEED, OLD, 2, UUID.randomUUID());
        assertThat(Fetch.of(well, status(304), NOW).isNews(well)).isFalse();
        assertThat(Fetch.of(failing, status(304), NOW).isNews(failing))
                .as("it is well again")
                .isTrue();
        assertThat(Fetch.of(well, document(), NOW).isNews(well)).isTrue();
        assertThat(Fetch.of(well, status(500), NOW).isNews(well)).isTrue();
    }
}
