package dev.portico.portal.subscription.boundary;

import dev.portico.portal.subscription.control.IssueNews;
import dev.portico.portal.subscription.control.NewsChannels;
import dev.portico.portal.subscription.control.NewsStore;
import dev.portico.portal.subscription.control.StoredNews;
import dev.portico.portal.subscription.control.SubscriptionMails;
import dev.portico.portal.subscription.control.SubscriptionStore;
import dev.portico.portal.subscription.control.WebhookQueue;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Keeps the current tenant's news and tells them, a portion of the subscribers at a time. */
@ApplicationScoped
@Transactional
public class NewsArchive {
    static final int PORTION = 200;

    @Inject
    NewsStore store;

    @Inject
    SubscriptionStore subscriptions;

    @Inject
    NewsChannels channels;

    @Inject
    SubscriptionMails mails;

    @Inject
    WebhookQueue webhooks;

    @Inject
    TenantContext tenants;

    @Inject
    Event<IssueNews> issues;

    /** What is known already stays as it is. */
    public void keep(List<StoredNews> news) {
        news.forEach(store::add);
    }

    /**
     * Tells the oldest untold news of a plugin that is enabled to the next subscribers; the mark of how far it has come is of the same transaction.
     *
     * @return whether there was any, and nobody else at it
     */
    public boolean tellNext() {
        var untold = store.claim(channels.ids());
        untold.ifPresent(some -> tell(some.news(), some.toldTo()));
        return untold.isPresent();
    }

    private void tell(StoredNews news, String toldTo) {
        var portion = subscriptions.toldFrom(news, toldTo, PORTION);
        portion.stream()
                .filter(subscription -> subscription.topics().matches(news.topics()))
                .forEach(subscription -> tell(news, subscription));
        if (portion.size() < PORTION) {
            store.told(news, Instant.now());
        } else {
            store.toldTo(news, portion.get(portion.size() - 1).id());
        }
    }

    private void tell(StoredNews news, Subscription subscription) {
        if (subscription.webhook()) {
            webhooks.add(subscription, news);
        } else {
            mails.news(subscription, news);
        }
    }

    /**
     * Passes the oldest news of a known issue on to whoever looks after those whom it concerns.
     *
     * @return whether there was any
     */
    public boolean passOnNext() {
        var news = store.claimOfIssue(channels.ids());
        news.ifPresent(some -> some.issue().ifPresent(issue -> {
            store.issueTold(some, Instant.now());
            issues.fire(new IssueNews(tenants.require().id(), some.pluginId(), issue, some));
        }));
        return news.isPresent();
    }
}
