package dev.portico.portal.subscription.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.subscription.control.DeliveryProblem;
import dev.portico.portal.subscription.control.DeliveryStore;
import dev.portico.portal.subscription.control.SubscriptionStore;
import dev.portico.portal.subscription.entity.SubscriptionState;
import dev.portico.portal.subscription.entity.WebhookDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was sent to a webhook of the current tenant, and what came of it. */
@ApplicationScoped
@Transactional
public class DeliveryLog {
    private static final int MOST = 50;

    @Inject
    DeliveryStore store;

    @Inject
    SubscriptionStore subscriptions;

    /**
     * A message.
     *
     * @param label message key of its state
     * @param tone class of its badge
     * @param attempts the first one first
     */
    public record Entry(String id, String type, String label, String tone, Instant createdAt, List<Attempt> attempts) {}

    /**
     * One attempt to send it.
     *
     * @param status of HTTP; empty where there was no answer
     * @param label message key of what came of it
     */
    public record Attempt(Instant happenedAt, String status, String label) {}

    /** Newest first; for administrators. */
    public List<Entry> of(String subscriptionId) {
        return of(subscriptionId, DeliveryLog::label);
    }

    /**
     * Newest first; for whoever has the subscription. Whether an address may not be called or nobody answers there is the
     * same to them: else they could look around with the portal's eyes.
     */
    public List<Entry> forSubscriber(String subscriptionId) {
        return of(
                subscriptionId,
                problem -> label(problem == DeliveryProblem.NOT_ALLOWED ? DeliveryProblem.NO_ANSWER : problem));
    }

    private List<Entry> of(String subscriptionId, Function<DeliveryProblem, String> label) {
        var latest = store.latest(subscriptionId, MOST);
        var attempts = store.attempts(latest.stream().map(WebhookDelivery::id).toList());
        return latest.stream()
                .map(delivery -> entry(
                        delivery,
                        attempts.getOrDefault(delivery.id(), List.of()).stream()
                                .map(attempt -> attempt(attempt, label))
                                .toList()))
                .toList();
    }

    private static Entry entry(WebhookDelivery delivery, List<Attempt> attempts) {
        return new Entry(
                delivery.id(),
                delivery.type(),
                switch (delivery.state()) {
                    case QUEUED -> "subscription.delivery.queued";
                    case SENT -> "subscription.delivery.sent";
                    case FAILED -> "subscription.delivery.failed";
                },
                switch (delivery.state()) {
                    case QUEUED -> "tone-neutral";
                    case SENT -> "tone-ok";
                    case FAILED -> "tone-critical";
                },
                delivery.createdAt(),
                attempts);
    }

    private static Attempt attempt(DeliveryStore.Attempt attempt, Function<DeliveryProblem, String> label) {
        return new Attempt(
                attempt.happenedAt(),
                attempt.status().map(String::valueOf).orElse(""),
                attempt.problem().map(label).orElse("subscription.delivery.sent"));
    }

    private static String label(DeliveryProblem problem) {
        return switch (problem) {
            case SECRET -> "subscription.delivery.problem.secret";
            case NOT_ALLOWED -> "subscription.delivery.problem.not-allowed";
            case NO_ANSWER -> "subscription.delivery.problem.no-answer";
            case REFUSED -> "subscription.delivery.problem.refused";
        };
    }

    /**
     * Sends the same message once more, with the same id, so that the receiver knows it.
     *
     * @throws PortalException not found, also where the subscription is not under way
     */
    public void again(String subscriptionId, String deliveryId) {
        var to = subscriptions
                .lock(subscriptionId)
                .filter(found -> found.state() == SubscriptionState.ACTIVE)
                .orElseThrow(PortalException::notFound);
        Optional.of(deliveryId)
                .filter(id -> id.chars().noneMatch(Character::isISOControl))
                .flatMap(store::find)
                .filter(delivery -> delivery.subscriptionId().equals(to.id()))
                .orElseThrow(PortalException::notFound)
                .again(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
}
