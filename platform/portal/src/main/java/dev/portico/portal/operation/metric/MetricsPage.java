package dev.portico.portal.operation.metric;

import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The metrics as text, for who brings the token. For everybody else there is no such page: the request goes on and ends like one for
 * any other address that leads nowhere.
 */
@ApplicationScoped
public class MetricsPage {
    private static final String PATH = "/metrics";

    @Inject
    @ConfigProperty(name = "portico.metrics.token")
    Optional<String> token;

    @Inject
    PrometheusRegistry registry;

    @Inject
    BacklogMeter backlog;

    @Inject
    StateMeter state;

    private final ExpositionFormats formats = ExpositionFormats.init();

    @PostConstruct
    void register() {
        registry.register(backlog);
        state.register(registry);
    }

    /** @return false where this is no answerable request for the metrics */
    public boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().equals(PATH)
                || !request.getMethod().equals("GET")
                || !admits(request.getHeader("Authorization"))) {
            return false;
        }
        var writer = formats.findWriter(request.getHeader("Accept"));
        response.setContentType(writer.getContentType());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        writer.write(response.getOutputStream(), registry.scrape());
        return true;
    }

    /** In constant time, or the token could be found letter by letter. */
    private boolean admits(@Nullable String authorization) {
        return authorization != null
                && token.filter(secret -> !secret.isBlank())
                        .filter(secret -> MessageDigest.isEqual(bytes("Bearer " + secret), bytes(authorization)))
                        .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
