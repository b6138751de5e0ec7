package dev.portico.portal.stop;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * On SIGTERM lets what runs be finished before the server is told to stop: once Payara Micro's shutdown hook runs, it takes the
 * application away from under its requests. A second signal does not wait.
 */
@ApplicationScoped
public class GracefulStop {
    private static final Logger LOG = System.getLogger(GracefulStop.class.getName());
    private static final Signal TERM = new Signal("TERM");
    private static final String BLOCKING_WRITES = "org.glassfish.grizzly.http.io.OutputBuffer.isBlocking";

    @Inject
    WorkInProgress work;

    @Inject
    @ConfigProperty(name = "portico.stop.patience-seconds", defaultValue = "25")
    int patienceSeconds;

    private final AtomicBoolean begun = new AtomicBoolean();
    private @Nullable SignalHandler before;

    void listen(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (!Boolean.getBoolean(BLOCKING_WRITES)) {
            LOG.log(Level.WARNING, "Without -D{0}=true answers to slow readers are cut off at a stop", BLOCKING_WRITES);
        }
        try {
            // Made outside of any request: the thread that brings the signal knows neither request nor application.
            var pieces = work;
            var patience = Duration.ofSeconds(patienceSeconds);
            before = Signal.handle(TERM, signal -> finish(pieces, patience, signal));
        } catch (IllegalArgumentException taken) {
            LOG.log(
                    Level.WARNING,
                    "SIGTERM belongs to the JVM's own settings: requests are cut off when it comes",
                    taken);
        }
    }

    private void finish(WorkInProgress pieces, Duration patience, Signal signal) {
        Thread.currentThread().setContextClassLoader(GracefulStop.class.getClassLoader());
        try {
            if (begun.compareAndSet(false, true)) {
                LOG.log(Level.INFO, "Stopping: {0} requests and jobs are finished first", pieces.running());
                if (!pieces.end(patience)) {
                    LOG.log(
                            Level.WARNING,
                            "{0} requests and jobs are cut off after {1} s",
                            pieces.running(),
                            patience.toSeconds());
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            stopServer(signal);
        }
    }

    private void stopServer(Signal signal) {
        var handler = before;
        if (handler != null) {
            handler.handle(signal);
        }
    }

    @PreDestroy
    void unlisten() {
        var handler = before;
        if (handler != null) {
            Signal.handle(TERM, handler);
        }
    }
}
