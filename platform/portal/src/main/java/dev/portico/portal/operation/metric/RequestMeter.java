package dev.portico.portal.operation.metric;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** How many requests, and how long they took. */
public final class RequestMeter {
    private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
    private static final double NANOS = 1e9;

    private final Histogram requests;

    public RequestMeter(PrometheusRegistry registry) {
        requests = Histogram.builder()
                .name("portico_http_request_duration_seconds")
                .help("Requests by route, tenant and class of the answer's status.")
                .labelNames("route", "tenant", "status")
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .withoutExemplars()
                .register(registry);
    }

    /**
     * @param route name of a {@code Route}
     * @param status 0 where there was no answer
     */
    public void answered(String route, String tenant, int status, long nanos) {
        requests.labelValues(route, tenant, statusClass(status)).observe(nanos / NANOS);
    }

    private static String statusClass(int status) {
        return switch (status / 100) {
            case 1 -> "1xx";
            case 2 -> "2xx";
            case 3 -> "3xx";
            case 4 -> "4xx";
            case 5 -> "5xx";
            default -> "none";
        };
    }
}
