package dev.portico.portal.subscription.boundary;

import dev.portico.portal.language.Reader;
import dev.portico.portal.subscription.control.AtomFeed;
import dev.portico.portal.subscription.control.NewsChannels;
import dev.portico.portal.subscription.control.NewsStore;
import dev.portico.portal.subscription.control.SubscriptionAddresses;
import dev.portico.portal.subscription.entity.TopicChoice;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;

/** The latest news of a plugin of the current tenant for everybody's feed reader. */
@ApplicationScoped
@Transactional
public class NewsFeed {
    private static final int MOST = 50;

    @Inject
    NewsChannels channels;

    @Inject
    NewsStore store;

    @Inject
    SubscriptionAddresses addresses;

    @Inject
    TenantContext tenants;

    /**
     * As XML; empty where the plugin has no news.
     *
     * @param self path and query of the feed below the tenant's first page
     */
    public Optional<String> of(String pluginId, Locale language, TopicChoice topics, String self) {
        return channels.find(pluginId).map(plugin -> {
            var tenant = tenants.require();
            var reader = new Reader(language, language, tenant.zone());
            var feed = new AtomFeed(
                    channels.label(pluginId, reader) + " · " + tenant.name(language),
                    tenant.name(language),
                    language,
                    addresses.absolute(self),
                    addresses.absolute(SubscriptionAddresses.path(pluginId)));
            return feed.write(store.latest(pluginId, topics, MOST));
        });
    }
}
