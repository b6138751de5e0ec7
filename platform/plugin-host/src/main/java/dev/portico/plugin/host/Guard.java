package dev.portico.plugin.host;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.host.Generation.Lease;
import dev.portico.plugin.host.Outcome.Answered;
import dev.portico.plugin.host.Outcome.Failed;
import dev.portico.plugin.host.Outcome.NotOffered;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.pf4j.ExtensionPoint;

/**
 * The only place that calls into a plugin. Whatever the plugin does, the caller gets an {@link Outcome} before the
 * deadline: the plugin's code runs in another thread, is interrupted at the deadline and anything it throws is caught.
 */
public final class Guard {
    private static final System.Logger LOG = System.getLogger(Guard.class.getName());
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final PluginHost host;
    private final Executor threads;
    private final Duration deadline;
    private final Listener listener;

    /** Hears what came of each call, in the caller's thread. */
    @FunctionalInterface
    public interface Listener {
        void called(String pluginId, Class<?> point, String tenantId, Outcome<?> outcome);
    }

    public Guard(PluginHost host, Executor threads) {
        this(host, threads, DEADLINE);
    }

    public Guard(PluginHost host, Executor threads, Listener listener) {
        this(host, threads, DEADLINE, listener);
    }

    /**
     * @param threads a bounded pool of its own, see {@link GuardThreads}: threads that a plugin does not give back must not be the portal's. One
     *     that runs tasks in the caller's thread would set the deadline aside.
     * @param deadline from the call to the answer, waiting for a thread included
     */
    public Guard(PluginHost host, Executor threads, Duration deadline) {
        this(host, threads, deadline, (pluginId, point, tenantId, outcome) -> {});
    }

    private Guard(PluginHost host, Executor threads, Duration deadline, Listener listener) {
        this.host = host;
        this.threads = threads;
        this.deadline = deadline;
        this.listener = listener;
    }

    /**
     * @param call gets the plugin's extension; runs in another thread, so it must not use what is bound to the
     *     caller's (transaction, request), and must return plugin API or JDK types only
     */
    public <E extends ExtensionPoint, R> Outcome<R> call(
            String pluginId, Class<E> point, TenantView tenant, Function<E, R> call) {
        var generation = host.running(pluginId).filter(running -> running.offers(point));
        Outcome<R> outcome = generation
                .map(running -> await(new Call<>(running, pluginId, point, tenant.id(), call)))
                .orElseGet(NotOffered::new);
        listener.called(pluginId, point, tenant.id(), outcome);
        return outcome;
    }

    private <E extends ExtensionPoint, R> Outcome<R> await(Call<E, R> call) {
        var task = new FutureTask<>(call::run);
        try {
            threads.execute(() -> runAndForgetInterrupt(task));
            return task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return call.failed("no answer within " + deadline.toMillis() + " ms");
        } catch (RejectedExecutionException full) {
            return call.failed("busy: no thread is free for it");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return call.failed("the caller was interrupted");
        } catch (ExecutionException unspeakable) {
            // even to describe what it threw has failed, so nothing of it is touched here
            return call.failed("it threw something that cannot be described");
        } finally {
            task.cancel(true);
        }
    }

    /** The pool's next task must not find the interrupt that was meant for this one. */
    private static void runAndForgetInterrupt(FutureTask<?> task) {
        try {
            task.run();
        } finally {
            Thread.interrupted();
        }
    }

    private record Call<E extends ExtensionPoint, R>(
            Generation generation, String pluginId, Class<E> point, String tenant, Function<E, R> call) {

        Outcome<R> run() {
            var lease = generation.lease();
            return lease.isPresent() ? run(lease.get()) : new NotOffered<>();
        }

        @SuppressWarnings("try") // the lease is held, not used
        private Outcome<R> run(Lease held) {
            var thread = Thread.currentThread();
            var before = thread.getContextClassLoader();
            try (held) {
                thread.setContextClassLoader(generation.classLoader());
                return answer();
            } finally {
                thread.setContextClassLoader(before);
            }
        }

        // Errors too: a plugin that is out of step with the API shows itself as a LinkageError
        @SuppressWarnings("CatchingUnchecked")
        private Outcome<R> answer() {
            try {
                var extension = generation.extension(point);
                if (extension.isEmpty()) {
                    return new NotOffered<>();
                }
                var answer = call.apply(extension.get());
                return answer == null ? failed("it returned nothing") : new Answered<>(answer);
            } catch (Throwable thrown) {
                LOG.log(Level.WARNING, this::words, thrown);
                return new Failed<>(String.valueOf(thrown));
            }
        }

        Outcome<R> failed(String why) {
            LOG.log(Level.WARNING, () -> words() + ": " + why);
            return new Failed<>(why);
        }

        private String words() {
            return "Plugin " + pluginId + " failed at " + point.getSimpleName() + " for tenant " + tenant;
        }
    }
}
