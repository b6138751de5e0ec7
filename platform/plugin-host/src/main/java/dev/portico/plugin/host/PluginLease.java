package dev.portico.plugin.host;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The plugins as they were when a request or a job began, to be closed when it ends. Until then nothing of them changes
 * and each of them can be called through the {@link Guard}, whatever is started, swapped or retired meanwhile.
 */
public final class PluginLease implements AutoCloseable {
    private final AtomicReference<@Nullable LineUp> lineUp;

    PluginLease(LineUp lineUp) {
        this.lineUp = new AtomicReference<>(lineUp);
    }

    /**
     * What the plugins declare: values, which may be kept beyond the lease.
     *
     * @return the same object until a plugin is started, swapped or retired
     */
    public Catalog catalog() {
        return lineUp().catalog();
    }

    Optional<Generation> generation(String pluginId) {
        return lineUp().generation(pluginId);
    }

    private LineUp lineUp() {
        var leased = lineUp.get();
        if (leased == null) {
            throw new IllegalStateException("The lease has ended");
        }
        return leased;
    }

    /** A second time does nothing. */
    @Override
    public void close() {
        var leased = lineUp.getAndSet(null);
        if (leased != null) {
            leased.giveBack();
        }
    }
}
