package dev.portico.portal.operation;

import dev.portico.portal.log.AccessLine;
import dev.portico.portal.log.AccessLog;
import dev.portico.portal.log.LogContext;
import dev.portico.portal.log.RequestId;
import dev.portico.portal.operation.metric.MetricsPage;
import dev.portico.portal.operation.metric.RequestMeter;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Route;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Stands before the filter that finds the tenant, and sees each request from its first to its last moment. */
public class RequestWatch extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String NONE = "NONE";
    private static final String RETRY_AFTER_SECONDS = "5";

    @Inject
    transient WorkInProgress work;

    @Inject
    transient MetricsPage metrics;

    @Inject
    transient RequestMeter meter;

    @Inject
    transient AccessLog log;

    @Inject
    transient CurrentRoute current;

    @Inject
    transient TenantContext tenants;

    @Override
    @SuppressWarnings("try") // the piece of work is held, not used
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var begin = System.nanoTime();
        var requestId = RequestId.of(request.getHeader(RequestId.HEADER));
        LogContext.begin(requestId);
        try (var piece = work.begin()) {
            response.setHeader(RequestId.HEADER, requestId);
            if (work.ending()) {
                response.setHeader("Connection", "close");
            }
            if (work.closed()) {
                response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else if (!metrics.answer(request, response)) {
                serve(request, response, chain, begin);
            }
        } finally {
            LogContext.end();
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain, long begin)
            throws IOException, ServletException {
        var answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            // Nobody gets an answer that ended in an exception: the container closes the connection.
            note(request, answered ? response.getStatus() : 0, System.nanoTime() - begin);
        }
    }

    private void note(HttpServletRequest request, int status, long nanos) {
        var route = current.route();
        var name = route.map(Route::name).orElse(NONE);
        meter.answered(name, tenants.current().map(Tenant::id).orElse(NONE), status, nanos);
        // Whoever asks for the health does so every few seconds.
        if (route.filter(found -> found.kind() == Route.Kind.PROBE).isEmpty()) {
            log.write(new AccessLine(request.getMethod(), name, status, TimeUnit.NANOSECONDS.toMillis(nanos)));
        }
    }
}
