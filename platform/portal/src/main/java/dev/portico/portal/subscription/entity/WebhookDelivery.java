package dev.portico.portal.subscription.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message to one webhook, the same each time it is tried. */
@Entity
@Table(name = "webhook_delivery")
public class WebhookDelivery extends TenantOwned {
    /** Only to see that it arrives. */
    public static final String TEST = "subscription.test";

    public static final String NEWS = "news.published";

    @Id
    private String id;

    @Column(name = "subscription_id")
    private String subscriptionId;

    private String type;
    private String body;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private int attempts;

    @Column(name = "next_attempt_at")
    private @Nullable Instant nextAttemptAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected WebhookDelivery() {}

    /** @param id by which the receiver knows a message that comes twice */
    public WebhookDelivery(String id, Subscription to, String type, String body, Instant now) {
        this.id = id;
        subscriptionId = to.id();
        this.type = type;
        this.body = body;
        state = DeliveryState.QUEUED;
        createdAt = now;
        nextAttemptAt = now;
    }

    /** @param until when it is tried again if nothing is heard of this attempt */
    public void begun(Instant until) {
        attempts++;
        nextAttemptAt = until;
    }

    public void sent() {
        state = DeliveryState.SENT;
        nextAttemptAt = null;
    }

    public void postponed(Instant next) {
        nextAttemptAt = next;
    }

    /** To be tried at once, whatever became of it. */
    public void again(Instant now) {
        state = DeliveryState.QUEUED;
        nextAttemptAt = now;
    }

    public void givenUp() {
        state = DeliveryState.FAILED;
        nextAttemptAt = null;
    }

    public String id() {
        return id;
    }

    public String subscriptionId() {
        return subscriptionId;
    }

    public String type() {
        return type;
    }

    /** JSON. */
    public String body() {
        return body;
    }

    public DeliveryState state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(nextAttemptAt);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
