package dev.portico.portal.feed.boundary;

import dev.portico.plugin.feed.FeedReader;
import dev.portico.plugin.host.Outcome;
import dev.portico.plugin.manifest.Capability;
import dev.portico.portal.feed.control.Fetch;
import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.outgoing.control.Exchange;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.boundary.PluginCalls;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.PluginActed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the current tenant's plugins have to do with fetching: before it they say what, after it they take what came. */
@ApplicationScoped
class FeedRound {
    @Inject
    TenantDesks desks;

    @Inject
    PluginCalls calls;

    @Inject
    Feeds feeds;

    @Inject
    Event<PluginActed> acted;

    /** @return whether something is due */
    boolean plan() {
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
            feeds.keepInStep(plugin.manifest().id(), List.of());
        } else {
            wishes.toOptional()
                    .ifPresent(answer -> feeds.keepInStep(plugin.manifest().id(), answer));
        }
    }

    Optional<ClaimedFeed> claim() {
        return feeds.claim(ids(readers()));
    }

    /** Should the portal die between plugin and database, the plugin gets the same once more. */
    void deliver(ClaimedFeed claimed, Exchange exchange, String tenantId) {
        var plugin = readers().stream()
                .filter(reader -> reader.manifest().id().equals(claimed.pluginId()))
                .findFirst();
        if (plugin.isEmpty()) {
            feeds.release(claimed);
            return;
        }
        var fetch = Fetch.of(claimed, exchange, Instant.now());
        var taken = calls.to(plugin.get()).call(FeedReader.class, (reader, tenant) -> reader.take(tenant, fetch.result()));
        feeds.settle(claimed, fetch.settled(taken, claimed.validators()));
        if (taken instanceof Outcome.Answered) {
            acted.fire(new PluginActed(tenantId, claimed.pluginId()));
        }
    }
}
