package dev.portico.portal.subscription.boundary;

import dev.portico.portal.subscription.control.DeliveryStore;
import dev.portico.portal.subscription.entity.WebhookDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** What was sent to a webhook of the current tenant, and what came of it. */
@ApplicationScoped
@Transactional
public class DeliveryLog {
    private static final int MOST = 50;

    @Inject
    DeliveryStore store;

    /**
     * A message.
     *
     * @param label message key of its state
     * @param tone class of its badge
     * @param attempts the first one first
     */
    public record Entry(
            String id,
            String type,
            String label,
            String tone,
            Instant createdAt,
            List<DeliveryStore.Attempt> attempts) {}

    /** Newest first. */
    public List<Entry> of(String subscriptionId) {
        return store.latest(subscriptionId, MOST).stream().map(this::entry).toList();
    }

    private Entry entry(WebhookDelivery delivery) {
        var attempts = store.attempts(delivery.id());
        return switch (delivery.state()) {
            case QUEUED -> entry(delivery, "subscription.delivery.queued", "tone-neutral", attempts);
            case SENT -> entry(delivery, "subscription.delivery.sent", "tone-ok", attempts);
            case FAILED -> entry(delivery, "subscription.delivery.failed", "tone-critical", attempts);
        };
    }

    private static Entry entry(
            WebhookDelivery delivery, String label, String tone, List<DeliveryStore.Attempt> attempts) {
        return new Entry(delivery.id(), delivery.type(), label, tone, delivery.createdAt(), attempts);
    }
}
