package dev.portico.portal.subscription.boundary;

import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.subscription.control.SubscriptionStore;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.subscription.entity.SubscriptionKind;
import dev.portico.portal.subscription.entity.SubscriptionState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The current tenant's subscriptions, for administrators. */
@ApplicationScoped
@Transactional
public class StaffSubscriptions {
    @Inject
    SubscriptionStore store;

    @Inject
    DeliveryLog log;

    @Inject
    Audit audit;

    /** How many are told, and how many have yet to confirm. */
    public record Numbers(long byMail, long byWebhook, long pending, long paused) {}

    public Numbers numbers(String pluginId) {
        return new Numbers(
                store.count(pluginId, SubscriptionKind.EMAIL, SubscriptionState.ACTIVE),
                store.count(pluginId, SubscriptionKind.WEBHOOK, SubscriptionState.ACTIVE),
                store.count(pluginId, SubscriptionKind.EMAIL, SubscriptionState.PENDING)
                        + store.count(pluginId, SubscriptionKind.WEBHOOK, SubscriptionState.PENDING),
                store.count(pluginId, SubscriptionKind.WEBHOOK, SubscriptionState.PAUSED));
    }

    /**
     * Newest first.
     *
     * @param part of the address; empty for all
     * @param page from 0
     */
    public List<Subscription> page(String pluginId, String part, int page, int size) {
        return store.page(pluginId, part, Math.multiplyExact(page, size), size);
    }

    public long count(String pluginId, String part) {
        return store.count(pluginId, part);
    }

    /** @throws PortalException not found */
    public Subscription find(String pluginId, String id) {
        return store.byId(id).filter(found -> found.pluginId().equals(pluginId)).orElseThrow(PortalException::notFound);
    }

    /** @throws PortalException not found, also where the subscription is not under way */
    public void sendAgain(String pluginId, String id, String deliveryId) {
        log.again(find(pluginId, id).id(), deliveryId);
        audit.record(
                AuditAction.WEBHOOK_SENT_AGAIN,
                id,
                Optional.empty(),
                List.of(new Change("message", JsonValue.NULL, Json.createValue(deliveryId))));
    }

    /** @throws PortalException not found, also where it has ended already */
    public void end(String pluginId, String id) {
        var subscription = store.lock(id)
                .filter(found -> found.pluginId().equals(pluginId))
                .filter(found -> found.state() != SubscriptionState.ENDED)
                .orElseThrow(PortalException::notFound);
        var before = subscription.state();
        subscription.ended(Instant.now());
        audit.record(
                AuditAction.SUBSCRIPTION_ENDED,
                id,
                Optional.empty(),
                List.of(new Change(
                        "state",
                        Json.createValue(before.name()),
                        Json.createValue(subscription.state().name()))));
    }
}
