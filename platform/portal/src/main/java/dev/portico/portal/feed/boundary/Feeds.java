package dev.portico.portal.feed.boundary;

import dev.portico.plugin.feed.Feed;
import dev.portico.portal.feed.control.FeedStore;
import dev.portico.portal.feed.control.FeedStore.Wish;
import dev.portico.portal.feed.control.Fetch.Settled;
import dev.portico.portal.feed.control.Pace;
import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.feed.entity.FeedState;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The current tenant's feeds: which there are, which are due, and how they went. */
@ApplicationScoped
@Transactional
public class Feeds {
    /** Longer than a fetch and a call of the plugin can take; a node that died keeps a feed from others for so long. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    @Inject
    FeedStore store;

    @Inject
    TenantContext tenants;

    @Inject
    Event<FeedsWanted> wanted;

    @Inject
    @ConfigProperty(name = "portico.feeds.shortest", defaultValue = "PT30S")
    Duration shortest;

    /**
     * @param basis what the plugin knew when it wished
     * @param feeds all that it wants
     */
    void keepInStep(String pluginId, String basis, Collection<Feed> feeds) {
        var wishes = new Pace(shortest)
                .of(feeds).stream().map(feed -> new Wish(feed, basis)).toList();
        if (!store.wishes(pluginId).equals(Set.copyOf(wishes))) {
            var now = Instant.now();
            store.keepOnly(
                    pluginId, wishes.stream().map(wish -> wish.feed().id()).toList());
            wishes.forEach(wish -> {
                store.forgetOtherThan(pluginId, wish.feed());
                store.add(pluginId, wish, now);
                store.startOver(pluginId, wish, now, shortest);
            });
        }
    }

    boolean due(Collection<String> pluginIds) {
        return store.due(pluginIds, Instant.now());
    }

    Optional<ClaimedFeed> claim(Collection<String> pluginIds) {
        var now = Instant.now();
        return store.claim(pluginIds, now, now.plus(CLAIM));
    }

    void settle(ClaimedFeed claimed, Settled settled) {
        var wait = Pace.after(claimed, settled, ThreadLocalRandom.current().nextDouble());
        store.settle(claimed, settled, settled.at().plus(wait));
    }

    boolean holds(ClaimedFeed claimed) {
        return store.holds(claimed);
    }

    void release(ClaimedFeed claimed) {
        store.release(claimed);
    }

    /** For administrators, whose right to see the tenant's plugins is checked by its route. */
    public List<FeedState> of(String pluginId) {
        return store.of(pluginId);
    }

    /** Has all of the plugin's feeds fetched as soon as may be. */
    public void hurry(String pluginId) {
        store.hurry(pluginId, Instant.now(), shortest);
        wanted.fire(new FeedsWanted(tenants.require().id()));
    }
}
