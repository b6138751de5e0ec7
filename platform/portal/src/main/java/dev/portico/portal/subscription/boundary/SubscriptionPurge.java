package dev.portico.portal.subscription.boundary;

import dev.portico.portal.plugin.control.PluginForgotten;
import dev.portico.portal.subscription.control.NewsStore;
import dev.portico.portal.subscription.control.SubscriptionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Deletes news and subscribers of a plugin whose data is deleted; messages to webhooks and notices of tickets go with them. */
@ApplicationScoped
@Transactional
public class SubscriptionPurge {
    @Inject
    SubscriptionStore subscriptions;

    @Inject
    NewsStore news;

    void forget(@Observes PluginForgotten plugin) {
        subscriptions.deleteOf(plugin.pluginId());
        news.deleteOf(plugin.pluginId());
    }
}
