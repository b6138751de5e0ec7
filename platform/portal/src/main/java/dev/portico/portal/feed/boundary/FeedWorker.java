package dev.portico.portal.feed.boundary;

import dev.portico.portal.feed.entity.ClaimedFeed;
import dev.portico.portal.outgoing.control.Exchange;
import dev.portico.portal.outgoing.control.Exchange.Reason;
import dev.portico.portal.outgoing.control.Exchange.Refusal;
import dev.portico.portal.outgoing.control.Outgoing;
import dev.portico.portal.plugin.control.TenantPluginChanged;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantRounds;
import dev.portico.portal.tenant.control.TenantTurns;
import dev.portico.portal.tenant.control.TenantVisits;
import dev.portico.portal.tenant.control.Turns;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Fetches on every node what is due, a few feeds at a time, of each tenant in turn. */
@ApplicationScoped
public class FeedWorker {
    private static final Logger LOG = System.getLogger(FeedWorker.class.getName());
    private static final String WHAT = "Feeds";
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST_AT_A_TIME = 4;
    private static final long MOST_BYTES = 4 * 1024 * 1024;

    @Inject
    TenantRounds rounds;

    @Inject
    TenantTurns taking;

    @Inject
    TenantVisits visits;

    @Inject
    FeedRound round;

    @Inject
    Outgoing outgoing;

    @Inject
    WorkInProgress work;

    @Inject
    @ConfigProperty(name = "portico.feeds.shortest", defaultValue = "PT30S")
    Duration shortest;

    private final Turns turns = new Turns(WHAT, MOST_AT_A_TIME, MOST_AT_A_TIME - 1, this::fetch);

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(shortest.compareTo(PAUSE) < 0 ? shortest : PAUSE, WHAT, this::look);
    }

    private void look(Tenant tenant) {
        if (round.plan()) {
            want(tenant.id());
        }
    }

    /** What was enabled or set up anew has its documents soon. */
    void look(@Observes(during = TransactionPhase.AFTER_SUCCESS) TenantPluginChanged changed) {
        rounds.soon(changed.tenantId(), WHAT, this::look);
    }

    void hurry(@Observes(during = TransactionPhase.AFTER_SUCCESS) FeedsWanted wanted) {
        want(wanted.tenantId());
    }

    private void want(String tenantId) {
        taking.want(turns, tenantId);
    }

    private void fetch(Tenant tenant) {
        var claimed = claim(tenant);
        if (claimed != null) {
            // Perhaps not the only one that is due.
            want(tenant.id());
            var exchange = exchange(claimed);
            visit(tenant, current -> round.deliver(claimed, exchange, current.id()));
        }
    }

    /** Always a value: a feed that is never settled would be fetched again at the end of each claim, for ever. */
    Exchange exchange(ClaimedFeed claimed) {
        try {
            return outgoing.get(claimed.feed().address(), claimed.validators().headers(), MOST_BYTES);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "Feed " + claimed.pluginId() + "/" + claimed.feed().id() + " was not fetched",
                    e);
            return new Refusal(Reason.UNREACHABLE, "The portal has failed over it");
        }
    }

    private @Nullable ClaimedFeed claim(Tenant tenant) {
        var claimed = new AtomicReference<@Nullable ClaimedFeed>();
        visit(tenant, current -> claimed.set(round.claim().orElse(null)));
        return claimed.get();
    }

    /** A stop waits for what is done with plugin and database, and not for other systems. */
    @SuppressWarnings("try") // the piece of work is held, not used
    private void visit(Tenant tenant, Consumer<Tenant> deed) {
        try (var piece = work.begin()) {
            if (!work.closed()) {
                visits.visit(tenant, deed);
            }
        }
    }
}
