package dev.portico.portal.subscription.boundary;

import dev.portico.portal.subscription.control.DeliveryBackOff;
import dev.portico.portal.subscription.control.DeliveryStore;
import dev.portico.portal.subscription.control.NewsChannels;
import dev.portico.portal.subscription.control.SubscriptionMails;
import dev.portico.portal.subscription.control.SubscriptionStore;
import dev.portico.portal.subscription.control.WebhookSecrets;
import dev.portico.portal.subscription.entity.DeliveryState;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.subscription.entity.SubscriptionState;
import dev.portico.portal.subscription.entity.WebhookDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The two short transactions around each message to a webhook: one says that it is being sent, the other what came of it.
 * A node that dies between the two leaves it to be sent again, with the same id.
 */
@ApplicationScoped
@Transactional
public class WebhookDeliveries {
    /** Longer than any webhook is waited for. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** Of one message, before a webhook that has failed for days is given up. */
    private static final int LEAST_ATTEMPTS = 3;

    private static final int GONE = 410;

    @Inject
    DeliveryStore store;

    @Inject
    SubscriptionStore subscriptions;

    @Inject
    SubscriptionMails mails;

    @Inject
    WebhookSecrets secrets;

    @Inject
    NewsChannels channels;

    @Inject
    @ConfigProperty(name = "portico.subscriptions.webhook-patience", defaultValue = "P3D")
    Duration patience;

    /**
     * What is to be sent.
     *
     * @param secret empty where the key that it was sealed with is no longer known
     */
    public record Message(String id, int attempt, String url, Optional<String> secret, String body) {}

    /**
     * The message that has been due longest, of a plugin that is enabled and to a webhook that no other message is on its
     * way to; empty if there is none.
     */
    public Optional<Message> next() {
        var now = now();
        var plugins = channels.ids();
        var due = store.claim(now, plugins);
        while (due.isPresent()) {
            var delivery = due.get();
            var to = subscriptions.byId(delivery.subscriptionId()).filter(some -> isActive(some));
            if (to.isPresent()) {
                delivery.begun(now.plus(LEASE));
                to.get().begun(now.plus(LEASE));
                return Optional.of(new Message(
                        delivery.id(), delivery.attempts(), to.get().url(), secrets.open(to.get()), delivery.body()));
            }
            delivery.givenUp();
            store.flush();
            due = store.claim(now, plugins);
        }
        return Optional.empty();
    }

    private static boolean isActive(Subscription subscription) {
        return subscription.state() == SubscriptionState.ACTIVE;
    }

    public void settle(Message message, DeliveryStore.Attempt attempt) {
        store.find(message.id()).ifPresent(delivery -> {
            store.add(delivery.id(), attempt);
            subscriptions
                    .lock(delivery.subscriptionId())
                    .filter(WebhookDeliveries::isActive)
                    .ifPresentOrElse(to -> settle(delivery, to, attempt), delivery::givenUp);
        });
    }

    private void settle(WebhookDelivery delivery, Subscription to, DeliveryStore.Attempt attempt) {
        to.settled();
        var status = attempt.status().orElse(0);
        if (status / 100 == 2) {
            delivery.sent();
            to.answered();
            secrets.sealAnew(to);
        } else if (status == GONE) {
            to.ended(attempt.happenedAt());
            giveUpAll(to);
        } else {
            failed(delivery, to, attempt.happenedAt());
        }
    }

    private void failed(WebhookDelivery delivery, Subscription to, Instant now) {
        var since = to.failed(now);
        if (since.plus(patience).isBefore(now) && delivery.attempts() >= LEAST_ATTEMPTS) {
            to.paused();
            giveUpAll(to);
            mails.paused(to);
            return;
        }
        DeliveryBackOff.after(delivery.attempts(), ThreadLocalRandom.current().nextDouble())
                .ifPresentOrElse(wait -> postpone(delivery, to, now.plus(wait)), delivery::givenUp);
    }

    /** What else waits for that webhook waits as well, so that one which never answers does not hold up the others. */
    private void postpone(WebhookDelivery delivery, Subscription to, Instant next) {
        delivery.postponed(next);
        store.queued(to.id()).stream()
                .filter(other -> other.nextAttemptAt().filter(next::isAfter).isPresent())
                .forEach(other -> other.postponed(next));
    }

    private void giveUpAll(Subscription to) {
        store.queued(to.id()).stream()
                .filter(delivery -> delivery.state() == DeliveryState.QUEUED)
                .forEach(WebhookDelivery::givenUp);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
