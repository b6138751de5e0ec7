package dev.portico.portal.subscription.boundary;

import dev.portico.portal.outgoing.control.Exchange;
import dev.portico.portal.outgoing.control.WebhookCalls;
import dev.portico.portal.subscription.control.DeliveryProblem;
import dev.portico.portal.subscription.control.DeliveryStore.Attempt;
import dev.portico.portal.subscription.control.WebhookSignature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Optional;

/** Makes one attempt to send a message. Whatever happens, there is a value in the end: what is not settled comes again. */
@ApplicationScoped
public class WebhookSender {
    private static final Logger LOG = System.getLogger(WebhookSender.class.getName());

    private final WebhookCalls calls;

    @Inject
    public WebhookSender(WebhookCalls calls) {
        this.calls = calls;
    }

    /** For the container's proxy alone. */
    protected WebhookSender() {
        this(new WebhookCalls(origin -> false));
    }

    public Attempt send(WebhookDeliveries.Message message) {
        var at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (message.secret().isEmpty()) {
            return failed(message, at, DeliveryProblem.SECRET);
        }
        try {
            return attempt(message, at, exchange(message, message.secret().get(), at));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Webhook message " + message.id() + " cannot be sent", e);
            return failed(message, at, DeliveryProblem.NO_ANSWER);
        }
    }

    private Exchange exchange(WebhookDeliveries.Message message, String secret, Instant at) {
        var headers = new HashMap<>(WebhookSignature.headers(secret, message.id(), at, message.body()));
        headers.put("content-type", "application/json");
        return calls.post(URI.create(message.url()), headers, message.body().getBytes(StandardCharsets.UTF_8));
    }

    private static Attempt attempt(WebhookDeliveries.Message message, Instant at, Exchange exchange) {
        if (exchange instanceof Exchange.Answer answer) {
            var refused = answer.status() / 100 == 2
                    ? Optional.<DeliveryProblem>empty()
                    : Optional.of(DeliveryProblem.REFUSED);
            return new Attempt(message.attempt(), at, Optional.of(answer.status()), refused);
        }
        return failed(message, at, problem(message, (Exchange.Refusal) exchange));
    }

    private static DeliveryProblem problem(WebhookDeliveries.Message message, Exchange.Refusal refusal) {
        LOG.log(Level.INFO, "Webhook message {0}: {1}", message.id(), refusal.detail());
        return switch (refusal.reason()) {
            case NOT_ALLOWED -> DeliveryProblem.NOT_ALLOWED;
            case UNREACHABLE, TOO_LARGE -> DeliveryProblem.NO_ANSWER;
        };
    }

    private static Attempt failed(WebhookDeliveries.Message message, Instant at, DeliveryProblem problem) {
        return new Attempt(message.attempt(), at, Optional.empty(), Optional.of(problem));
    }
}
