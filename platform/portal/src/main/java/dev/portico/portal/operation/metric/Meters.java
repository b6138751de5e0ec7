package dev.portico.portal.operation.metric;

import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one registry, with what the JVM says of itself in it. */
@Dependent
public class Meters {
    @Produces
    @Singleton
    PrometheusRegistry registry() {
        var registry = new PrometheusRegistry();
        JvmMemoryMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
        JvmThreadsMetrics.builder().register(registry);
        ProcessMetrics.builder().register(registry);
        return registry;
    }

    @Produces
    @Singleton
    RequestMeter requests(PrometheusRegistry registry) {
        return new RequestMeter(registry);
    }
}
