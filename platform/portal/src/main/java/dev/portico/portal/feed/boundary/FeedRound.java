package dev.portico.portal.feed.boundary;

import dev.portico.plugin.feed.FeedReader;
import dev.portico.plugin.feed.FeedResult;
import dev.portico.plugin.host.Outcome;
import dev.portico.plugin.manifest.Capability;
import dev.portico.portal.feed.control.FeedFetched;
import dev.portico.portal.feed.control.Fetch;
import dev.portico.portal.feed.control.Fetch.Settled;
import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.outgoing.control.Exchange;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.boundary.PluginCalls;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.PluginActed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the current tenant's plugins have to do with fetching: before it they say what, after it they take what came. */
@ApplicationScoped
class FeedRound {
    private static final Logger LOG = System.getLogger(FeedRound.class.getName());

    @Inject
    TenantDesks desks;

    @Inject
    PluginCalls calls;

    @Inject
    Feeds feeds;

    @Inject
    Event<FeedFetched> fetched;

    @Inject
    Event<PluginActed> acted;

    /** @return whether something is due */
    boolean plan() {
        desks.freshen();
        var readers = readers();
        readers.forEach(this::keepInStep);
        return feeds.due(ids(readers));
    }

    private List<EnabledPlugin> readers() {
        return desks.enabled().stream()
                .filter(plugin -> plugin.manifest().capabilities().contains(Capability.OUTGOING_HOSTS))
                .toList();
    }

    private static List<String> ids(List<EnabledPlugin> plugins) {
        return plugins.stream().map(plugin -> plugin.manifest().id()).toList();
    }

    /** A plugin that fails to say what it wants keeps what it has. */
    private void keepInStep(EnabledPlugin plugin) {
        var wishes = calls.to(plugin).call(FeedReader.class, (reader, tenant) -> List.copyOf(reader.feeds(tenant)));
        if (wishes instanceof Outcome.NotOffered) {
            feeds.keepInStep(plugin.manifest().id(), basis(plugin), List.of());
        } else {
            wishes.toOptional()
                    .ifPresent(answer -> feeds.keepInStep(plugin.manifest().id(), basis(plugin), answer));
        }
    }

    /** Other settings, or another release, may read the same document otherwise. */
    private static String basis(EnabledPlugin plugin) {
        return plugin.settingsVersion() + " " + plugin.manifest().version();
    }

    Optional<ClaimedFeed> claim() {
        return feeds.claim(ids(readers()));
    }

    /**
     * Gives the plugin what came, unless the feed is no longer this fetch's. Should the portal die between plugin and
     * database, the plugin gets the same once more.
     */
    void deliver(ClaimedFeed claimed, Exchange exchange, String tenantId) {
        var plugin = readers().stream()
                .filter(reader -> reader.manifest().id().equals(claimed.pluginId()))
                .findFirst();
        if (plugin.isEmpty()) {
            feeds.release(claimed);
        } else if (feeds.holds(claimed)) {
            deliver(plugin.get(), claimed, Fetch.of(claimed, exchange, Instant.now()), tenantId);
        }
    }

    private void deliver(EnabledPlugin plugin, ClaimedFeed claimed, Fetch fetch, String tenantId) {
        var taken = hand(plugin, fetch.result());
        fetch.lost(taken).ifPresent(missed -> hand(plugin, missed));
        var settled = fetch.settled(taken, claimed.validators());
        feeds.settle(claimed, settled);
        log(claimed, settled, tenantId);
        fetched.fire(new FeedFetched(tenantId, claimed.pluginId(), settled.problem()));
        if (!(taken instanceof Outcome.NotOffered) && (settled.problem().isPresent() || fetch.isNews(claimed))) {
            acted.fire(new PluginActed(tenantId, claimed.pluginId()));
        }
    }

    private Outcome<Optional<String>> hand(EnabledPlugin plugin, FeedResult result) {
        return calls.to(plugin)
                .call(FeedReader.class, (reader, tenant) -> Objects.requireNonNull(reader.take(tenant, result)));
    }

    /** Once when it begins and once when it is over. Without the address, in which there may be a key. */
    private static void log(ClaimedFeed claimed, Settled settled, String tenantId) {
        if (settled.problem().isPresent() == (claimed.failures() > 0)) {
            return;
        }
        var feed = claimed.pluginId() + "/" + claimed.feed().id();
        settled.problem()
                .ifPresentOrElse(
                        problem -> LOG.log(Level.WARNING, "Feed {0} of {1} fails: {2}", feed, tenantId, problem),
                        () -> LOG.log(Level.INFO, "Feed {0} of {1} is well again", feed, tenantId));
    }
}
