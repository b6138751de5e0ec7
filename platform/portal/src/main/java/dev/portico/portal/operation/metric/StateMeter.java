package dev.portico.portal.operation.metric;

import dev.portico.keycloak.SessionIndex;
import dev.portico.portal.database.ConnectionCount;
import dev.portico.portal.stop.WorkInProgress;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What there is at the moment of asking: sessions, connections, work. */
@ApplicationScoped
public class StateMeter {
    @Inject
    SessionIndex sessions;

    @Inject
    ConnectionCount connections;

    @Inject
    WorkInProgress work;

    void register(PrometheusRegistry registry) {
        GaugeWithCallback.builder()
                .name("portico_sessions")
                .help("Browser sessions of this node that are logged in, by realm.")
                .labelNames("tenant")
                .callback(gauge -> sessions.sizes().forEach((realm, size) -> gauge.call(size, realm)))
                .register(registry);
        GaugeWithCallback.builder()
                .name("portico_db_connections")
                .help("This node's connections to the database by what the database says they do.")
                .labelNames("state")
                .callback(gauge -> connections.byState().forEach((state, size) -> gauge.call(size, state)))
                .register(registry);
        GaugeWithCallback.builder()
                .name("portico_work_in_progress")
                .help("Requests and jobs that run.")
                .callback(gauge -> gauge.call(work.running()))
                .register(registry);
    }
}
