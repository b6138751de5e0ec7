package dev.portico.portal.subscription.boundary;

import dev.portico.portal.outgoing.control.Exchange;
import dev.portico.portal.outgoing.control.Outgoing;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.subscription.control.DeliveryProblem;
import dev.portico.portal.subscription.control.DeliveryStore.Attempt;
import dev.portico.portal.subscription.control.WebhookSignature;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Optional;

/** Sends what is due to webhooks, every few seconds. No transaction is open while a webhook is waited for. */
@ApplicationScoped
public class WebhookWorker {
    private static final Logger LOG = System.getLogger(WebhookWorker.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(3);
    /** Of a tenant in a round: one whose webhooks are slow does not hold up the others. */
    private static final Duration SHARE = Duration.ofSeconds(30);

    @Inject
    TenantRounds rounds;

    @Inject
    WebhookDeliveries deliveries;

    @Inject
    Outgoing outgoing;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, "Webhooks", this::round);
    }

    private void round(Tenant tenant) {
        var end = Instant.now().plus(SHARE);
        while (Instant.now().isBefore(end) && !work.ending()) {
            var message = deliveries.next();
            if (message.isEmpty()) {
                return;
            }
            deliveries.settle(message.get(), attempt(message.get()));
        }
    }

    private Attempt attempt(WebhookDeliveries.Message message) {
        var at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (message.secret().isEmpty()) {
            return new Attempt(message.attempt(), at, Optional.empty(), Optional.of(DeliveryProblem.SECRET));
        }
        var headers = new HashMap<>(WebhookSignature.headers(message.secret().get(), message.id(), at, message.body()));
        headers.put("content-type", "application/json");
        var exchange =
                outgoing.post(URI.create(message.url()), headers, message.body().getBytes(StandardCharsets.UTF_8));
        if (exchange instanceof Exchange.Answer answer) {
            var refused = answer.status() / 100 == 2
                    ? Optional.<DeliveryProblem>empty()
                    : Optional.of(DeliveryProblem.REFUSED);
            return new Attempt(message.attempt(), at, Optional.of(answer.status()), refused);
        }
        return new Attempt(
                message.attempt(), at, Optional.empty(), Optional.of(problem(message, (Exchange.Refusal) exchange)));
    }

    private static DeliveryProblem problem(WebhookDeliveries.Message message, Exchange.Refusal refusal) {
        LOG.log(Level.INFO, "Webhook message {0}: {1}", message.id(), refusal.detail());
        return switch (refusal.reason()) {
            case NOT_ALLOWED -> DeliveryProblem.NOT_ALLOWED;
            case UNREACHABLE, TOO_LARGE -> DeliveryProblem.NO_ANSWER;
        };
    }
}
