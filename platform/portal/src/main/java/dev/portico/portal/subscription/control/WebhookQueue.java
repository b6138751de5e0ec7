package dev.portico.portal.subscription.control;

import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.subscription.entity.WebhookDelivery;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Takes messages to webhooks in the caller's transaction; they go out if, and only if, it is kept. */
@ApplicationScoped
public class WebhookQueue {
    private static final String PREFIX = "msg_";

    @Inject
    DeliveryStore store;

    @Inject
    TenantContext tenants;

    public void add(Subscription to, StoredNews news) {
        add(to, WebhookDelivery.NEWS, WebhookBody.of(tenants.require(), news));
    }

    public void test(Subscription to) {
        add(to, WebhookDelivery.TEST, WebhookBody.test(tenants.require(), to.pluginId(), now()));
    }

    private void add(Subscription to, String type, String body) {
        store.add(new WebhookDelivery(PREFIX + Tokens.random(), to, type, body, now()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
