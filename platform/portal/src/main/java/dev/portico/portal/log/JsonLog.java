package dev.portico.portal.log;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where it is asked for, puts lines of JSON in the place of the server's own output for as long as the portal runs. */
@ApplicationScoped
public class JsonLog {
    @Inject
    @ConfigProperty(name = "portico.log.format", defaultValue = "text")
    String format;

    private final Logger root = Logger.getLogger("");
    private List<Handler> replaced = List.of();
    private final Handler output = new Output();

    void begin(@Observes @Priority(0) @Initialized(ApplicationScoped.class) Object start) {
        if (enabled()) {
            replaced = Stream.of(root.getHandlers())
                    .filter(ConsoleHandler.class::isInstance)
                    .toList();
            root.addHandler(output);
            replaced.forEach(root::removeHandler);
        }
    }

    public boolean enabled() {
        return format.equals("json");
    }

    // The classes of the portal are gone with it, so the last lines are the server's own again.
    @PreDestroy
    void end() {
        replaced.forEach(root::addHandler);
        root.removeHandler(output);
    }

    /** Standard output itself: the server has put a stream before it that would turn each line into another record. */
    private static final class Output extends StreamHandler {
        Output() {
            super(new FileOutputStream(FileDescriptor.out), new JsonFormat());
            setLevel(Level.ALL);
        }

        @Override
        public synchronized void publish(LogRecord line) {
            super.publish(line);
            flush();
        }
    }
}
