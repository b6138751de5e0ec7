package dev.portico.portal.outgoing.control;

import dev.portico.portal.outgoing.control.Exchange.Refusal;
import dev.portico.portal.outgoing.entity.Origin;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Calls webhooks that anybody may name, known to the portal or not. An origin that was allowed for plugins only is none
 * of theirs, and nobody is waited for as long as a plugin's document is.
 */
@ApplicationScoped
public class WebhookCalls {
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final Outgoing outgoing;

    /** For the container's proxy alone. */
    protected WebhookCalls() {
        this((Origin origin) -> false);
    }

    @Inject
    public WebhookCalls(OriginStore origins) {
        this(origins::containsForWebhooks);
    }

    /** @param allowed origins that may be http and private */
    public WebhookCalls(Predicate<Origin> allowed) {
        outgoing = new Outgoing(allowed, LIMITS);
    }

    @PreDestroy
    void stop() {
        outgoing.stop();
    }

    /** As {@link Outgoing#check}. */
    public Optional<Refusal> check(URI address) {
        return outgoing.check(address);
    }

    /** As {@link Outgoing#post}. */
    public Exchange post(URI address, Map<String, String> headers, byte[] content) {
        return outgoing.post(address, headers, content);
    }
}
