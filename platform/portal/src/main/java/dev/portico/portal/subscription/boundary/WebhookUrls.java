package dev.portico.portal.subscription.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Which webhooks may be subscribed. They are looked at again whenever one is called. */
@ApplicationScoped
public class WebhookUrls {
    private static final int LONGEST = 500;

    /** Message key of why it may not; empty where it may. */
    public Optional<String> problem(String url) {
        try {
            var parsed = new URI(url);
            var usable = url.length() <= LONGEST
                    && "https".equals(parsed.getScheme())
                    && parsed.getHost() != null
                    && parsed.getUserInfo() == null;
            return usable ? Optional.empty() : Optional.of("subscription.problem.url");
        } catch (URISyntaxException none) {
            return Optional.of("subscription.problem.url");
        }
    }
}
