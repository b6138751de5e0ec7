package dev.portico.portal.subscription.boundary;

import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.control.TenantTurns;
import dev.portico.portal.tenant.control.TenantVisits;
import dev.portico.portal.tenant.control.Turns;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends on every node what is due to webhooks, a few messages at a time, of each tenant in turn. */
@ApplicationScoped
public class WebhookWorker {
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int MOST_AT_A_TIME = 4;

    @Inject
    TenantRounds rounds;

    @Inject
    TenantTurns taking;

    @Inject
    TenantVisits visits;

    @Inject
    WebhookDeliveries deliveries;

    @Inject
    WebhookSender sender;

    @Inject
    WorkInProgress work;

    private final Turns turns = new Turns("Webhooks", MOST_AT_A_TIME, MOST_AT_A_TIME - 1, this::send);

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, "Webhooks", tenant -> want(tenant.id()));
    }

    private void want(String tenantId) {
        taking.want(turns, tenantId);
    }

    private void send(Tenant tenant) {
        var message = claim(tenant);
        if (message != null) {
            // Perhaps not the only one that is due.
            want(tenant.id());
            var attempt = sender.send(message);
            visit(tenant, () -> deliveries.settle(message, attempt));
        }
    }

    private WebhookDeliveries.@Nullable Message claim(Tenant tenant) {
        var claimed = new AtomicReference<WebhookDeliveries.@Nullable Message>();
        visit(tenant, () -> claimed.set(deliveries.next().orElse(null)));
        return claimed.get();
    }

    /** A stop waits for what is done with the database, and not for other systems. */
    @SuppressWarnings("try") // the piece of work is held, not used
    private void visit(Tenant tenant, Runnable deed) {
        try (var piece = work.begin()) {
            if (!work.closed()) {
                visits.visit(tenant, current -> deed.run());
            }
        }
    }
}
