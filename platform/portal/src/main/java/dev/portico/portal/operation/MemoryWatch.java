package dev.portico.portal.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The last resort: ends a process whose memory stays full, as it serves nobody any more, for whatever started it to start
 * it again. The first failure to find memory is no reason: it may be that of a plugin, which is put aside for it.
 */
@ApplicationScoped
public class MemoryWatch {
    private static final Logger LOG = System.getLogger(MemoryWatch.class.getName());
    private static final long SECONDS = 5;

    /** What the JVM's own {@code ExitOnOutOfMemoryError} ends with. */
    private static final int NO_MEMORY = 3;

    private Optional<Thread> watching = Optional.empty();

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        watching = longLived().map(pool -> {
            var pressure = new MemoryPressure(pool::getCollectionUsage, System::gc);
            // A thread of its own that has looked before: there may be no memory left to make one, or to load a class.
            pressure.lasts();
            var thread = new Thread(() -> watch(pressure), "memory-watch");
            thread.setDaemon(true);
            thread.start();
            return thread;
        });
    }

    /** Where what outlives collections is kept. */
    private static Optional<MemoryPoolMXBean> longLived() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .filter(pool -> pool.getUsage().getMax() > 0)
                .max(Comparator.comparing(pool -> pool.getUsage().getMax()));
    }

    private static void watch(MemoryPressure pressure) {
        try {
            while (!pressure.lasts()) {
                TimeUnit.SECONDS.sleep(SECONDS);
            }
        } catch (InterruptedException stopped) {
            return;
        }
        try {
            LOG.log(Level.ERROR, "The memory stays full, so the portal ends");
        } finally {
            Runtime.getRuntime().halt(NO_MEMORY);
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        watching.ifPresent(Thread::interrupt);
    }
}
