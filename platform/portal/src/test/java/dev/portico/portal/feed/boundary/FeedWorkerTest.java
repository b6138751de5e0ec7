package dev.portico.portal.feed.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portico.plugin.feed.Feed;
import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.feed.entity.Validators;
import dev.portico.portal.outgoing.control.Exchange.Reason;
import dev.portico.portal.outgoing.control.Exchange.Refusal;
import dev.portico.portal.outgoing.control.Limits;
import dev.portico.portal.outgoing.control.Outgoing;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeedWorkerTest {
    @Test
    void a_fetch_that_fails_in_the_portal_itself_is_settled_as_well() {
        var feed = new Feed("a", URI.create("https://status.example/"), Duration.ofMinutes(1));
        var worker = new FeedWorker();
        worker.outgoing = new Outgoing(
                origin -> {
                    throw new IllegalStateException("The database is away");
                },
                Limits.USUAL);
        assertThat(worker.exchange(new ClaimedFeed("plugin", feed, Validators.NONE, 0, UUID.randomUUID())))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.UNREACHABLE));
    }
}
