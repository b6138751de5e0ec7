package dev.portico.portal.subscription.boundary;

import dev.portico.portal.mail.control.Outbox;
import dev.portico.portal.subscription.control.DeliveryStore;
import dev.portico.portal.subscription.control.NewsStore;
import dev.portico.portal.subscription.control.SubscriptionStore;
import dev.portico.portal.subscription.entity.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** How long the current tenant's news, subscriptions and messages are kept. */
@ApplicationScoped
public class SubscriptionRetention {
    private static final Duration ENDED = Duration.ofDays(30);
    private static final Duration DELIVERIES = Duration.ofDays(30);
    private static final Duration MAILS = Duration.ofDays(30);

    /** More than a year, so that a year ago can be read up on. */
    private static final Duration NEWS = Duration.ofDays(400);

    private static final int PORTION = 1_000;

    @Inject
    SubscriptionStore subscriptions;

    @Inject
    DeliveryStore deliveries;

    @Inject
    NewsStore news;

    @Inject
    Outbox outbox;

    /** @return whether there is more to delete */
    @Transactional
    public boolean sweep() {
        return sweep(Instant.now());
    }

    private boolean sweep(Instant now) {
        deliveries.delete(now.minus(DELIVERIES));
        subscriptions.deletePending(now.minus(Subscription.CONFIRMED_WITHIN));
        subscriptions.deleteEnded(now.minus(ENDED));
        outbox.forget(now.minus(MAILS));
        return news.delete(now.minus(NEWS), PORTION) == PORTION;
    }
}
