package dev.portico.portal.operation.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestMeterTest {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final RequestMeter meter = new RequestMeter(registry);

    @Test
    void requestsAreCountedByRouteTenantAndClassOfStatus() throws IOException {
        meter.answered("TICKETS", "harmony", 200, TimeUnit.MILLISECONDS.toNanos(8));
        meter.answered("TICKETS", "harmony", 204, TimeUnit.MILLISECONDS.toNanos(700));
        meter.answered("TICKETS", "bmc", 404, TimeUnit.SECONDS.toNanos(60));
        meter.answered("UPLOAD", "bmc", 0, 1);
        assertThat(text().lines())
                .contains(
                        line("bucket", "TICKETS", "2xx", "harmony", ",le=\"0.005\"", "0"),
                        line("bucket", "TICKETS", "2xx", "harmony", ",le=\"0.01\"", "1"),
                        line("bucket", "TICKETS", "2xx", "harmony", ",le=\"1.0\"", "2"),
                        line("count", "TICKETS", "2xx", "harmony", "", "2"),
                        line("bucket", "TICKETS", "4xx", "bmc", ",le=\"10.0\"", "0"),
                        line("count", "TICKETS", "4xx", "bmc", "", "1"),
                        line("count", "UPLOAD", "none", "bmc", "", "1"));
    }

    private static String line(String kind, String route, String status, String tenant, String more, String value) {
        return "portico_http_request_duration_seconds_" + kind + "{route=\"" + route + "\",status=\"" + status
                + "\",tenant=\"" + tenant + "\"" + more + "} " + value;
    }

    private String text() throws IOException {
        var text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, registry.scrape());
        return text.toString(StandardCharsets.UTF_8);
    }
}
