package dev.portico.portal.subscription.boundary;

import dev.portico.portal.outgoing.control.WebhookCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Which webhooks may be subscribed. They are looked at again whenever one is called. */
@ApplicationScoped
public class WebhookUrls {
    private static final int LONGEST = 500;

    @Inject
    WebhookCalls calls;

    /** Message key of why it may not; empty where it may. */
    public Optional<String> problem(String url) {
        try {
            var parsed = new URI(url);
            var usable = url.length() <= LONGEST
                    && parsed.getUserInfo() == null
                    && calls.check(parsed).isEmpty();
            return usable ? Optional.empty() : Optional.of("subscription.problem.url");
        } catch (URISyntaxException none) {
            return Optional.of("subscription.problem.url");
        }
    }
}
