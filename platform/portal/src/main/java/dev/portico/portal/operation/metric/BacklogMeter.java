package dev.portico.portal.operation.metric;

import dev.portico.portal.mail.boundary.MailBacklog;
import dev.portico.portal.mail.control.Backlog;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Mails that have not gone out, asked of the database when the metrics are asked for, but not by each who asks. */
@ApplicationScoped
public class BacklogMeter implements MultiCollector {
    private static final Duration FRESH = Duration.ofSeconds(10);

    @Inject
    TenantDirectory directory;

    @Inject
    TenantContext tenants;

    @Inject
    MailBacklog mails;

    private record Reading(Map<String, Backlog> backlogs, Instant at) {}

    private Reading last = new Reading(Map.of(), Instant.EPOCH);

    @Override
    public synchronized MetricSnapshots collect() {
        if (last.at().plus(FRESH).isBefore(Instant.now())) {
            last = new Reading(read(), Instant.now());
        }
        return snapshots(last);
    }

    private Map<String, Backlog> read() {
        var backlogs = new TreeMap<String, Backlog>();
        for (var tenant : directory.all()) {
            backlogs.put(tenant.id(), tenants.within(tenant, mails::get));
        }
        return backlogs;
    }

    private static MetricSnapshots snapshots(Reading reading) {
        var waiting = GaugeSnapshot.builder().name("portico_mails").help("Mails that have not gone out.");
        var age = GaugeSnapshot.builder()
                .name("portico_outbox_age_seconds")
                .help("Since when the oldest mail waits to go out; 0 if none does.");
        reading.backlogs().forEach((tenant, backlog) -> {
            waiting.dataPoint(point(backlog.queued(), "tenant", tenant, "state", "queued"));
            waiting.dataPoint(point(backlog.dead(), "tenant", tenant, "state", "dead"));
            waiting.dataPoint(point(backlog.withheld(), "tenant", tenant, "state", "withheld"));
            var seconds = backlog.oldest()
                    .map(oldest -> Duration.between(oldest, reading.at()).toMillis() / 1000.0)
                    .orElse(0.0);
            age.dataPoint(point(Math.max(0, seconds), "tenant", tenant));
        });
        return MetricSnapshots.of(waiting.build(), age.build());
    }

    private static GaugeDataPointSnapshot point(double value, String... labels) {
        return GaugeDataPointSnapshot.builder()
                .labels(Labels.of(labels))
                .value(value)
                .build();
    }
}
