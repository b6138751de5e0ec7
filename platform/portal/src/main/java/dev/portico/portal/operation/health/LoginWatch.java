package dev.portico.portal.operation.health;

import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.keycloak.RealmDirectory;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Asks Keycloak for each realm until it has told about it, so that neither the first login nor a health check has to wait. */
@ApplicationScoped
public class LoginWatch {
    private static final Logger LOG = System.getLogger(LoginWatch.class.getName());
    private static final int SECONDS = 3;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    TenantDirectory directory;

    @Inject
    RealmDirectory realms;

    @Inject
    WorkInProgress work;

    private volatile boolean stopped;
    private Future<?> looks = CompletableFuture.completedFuture(null);

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        looks = scheduler.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        stopped = true;
        looks.cancel(false);
    }

    // A task that throws is never run again.
    void look() {
        if (stopped) {
            return;
        }
        try {
            Stream.concat(directory.all().stream().map(Tenant::id), Stream.of(Tenant.STAFF))
                    .filter(realm -> !stopped && !work.ending())
                    .forEach(this::look);
        } catch (RuntimeException | OutOfMemoryError e) {
            if (!stopped) {
                LOG.log(Level.WARNING, "The realms are not looked at now", e);
            }
        }
    }

    private void look(String realm) {
        try {
            realms.look(realm);
        } catch (LoginUnavailableException e) {
            LOG.log(Level.DEBUG, "Realm {0} is not known yet: {1}", realm, e.getMessage());
        }
    }
}
