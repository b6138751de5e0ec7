package dev.portico.plugin.host;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.host.Outcome.Answered;
import dev.portico.plugin.host.Outcome.Failed;
import dev.portico.plugin.host.Outcome.NotOffered;
import dev.portico.plugin.host.Outcome.PutAside;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.pf4j.ExtensionPoint;

/**
 * The only place that calls into a plugin. Whatever the plugin does, the caller gets an {@link Outcome} before the
 * deadline: the plugin's code runs in a thread of its own generation, is interrupted at the deadline and anything it
 * throws is caught. What fails again and again for a tenant is put aside for that tenant, and tried again later.
 */
public final class Guard {
    private static final System.Logger LOG = System.getLogger(Guard.class.getName());
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final String NO_MEMORY = "it asked for more memory than there is";

    private final Duration deadline;
    private final InstantSource clock;
    private final Listener listener;

    /** Hears what came of each call, in the caller's thread. */
    @FunctionalInterface
    public interface Listener {
        void called(String pluginId, Class<?> point, String tenantId, Outcome<?> outcome);
    }

    public Guard() {
        this((pluginId, point, tenantId, outcome) -> {});
    }

    public Guard(Listener listener) {
        this(DEADLINE, Clock.systemUTC(), listener);
    }

    /** @param deadline from the call to the answer, waiting for a thread included */
    public Guard(Duration deadline, InstantSource clock, Listener listener) {
        this.deadline = deadline;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * @param lease of the caller; the plugin that it has is called, also if another has taken its place meanwhile
     * @param call gets the plugin's extension; runs in another thread, so it must not use what is bound to the
     *     caller's (transaction, request), and must return plugin API or JDK types only
     */
    public <E extends ExtensionPoint, R> Outcome<R> call(
            PluginLease lease, String pluginId, Class<E> point, TenantView tenant, Function<E, R> call) {
        var generation = lease.generation(pluginId);
        Outcome<R> outcome = generation
                .flatMap(running ->
                        running.extension(point).map(extension -> new Call<>(running, point, tenant, extension, call)))
                .map(this::outcome)
                .orElseGet(NotOffered::new);
        listener.called(pluginId, point, tenant.id(), outcome);
        return outcome;
    }

    private <E extends ExtensionPoint, R> Outcome<R> outcome(Call<E, R> call) {
        var breaker = call.generation().breaker(call.tenant().id(), call.point(), clock);
        if (!breaker.admits()) {
            return new PutAside<>(
                    breaker.failing().map(CircuitBreaker.Failing::lastReason).orElse(""));
        }
        try {
            var answer = call.generation().run(call.what(), deadline, call.within(breaker));
            breaker.answered();
            return new Answered<>(answer);
        } catch (PluginFailure failure) {
            judge(breaker, failure, call.what());
            return new Failed<>(failure.why());
        }
    }

    private static void judge(CircuitBreaker breaker, PluginFailure failure, String what) {
        if (!failure.plugins()) {
            breaker.undecided();
        } else if (breaker.failed(failure.why())) {
            tellPutAside(what);
        }
    }

    private static void tellPutAside(String what) {
        LOG.log(Level.WARNING, () -> what + " and is put aside for " + CircuitBreaker.PAUSE.toSeconds() + " s");
    }

    private record Call<E extends ExtensionPoint, R>(
            Generation generation, Class<E> point, TenantView tenant, E extension, Function<E, R> call) {

        String what() {
            return "Plugin " + generation.content().id() + " failed at " + point.getSimpleName() + " for tenant "
                    + tenant.id();
        }

        Callable<R> within(CircuitBreaker breaker) {
            return () -> {
                breaker.entered();
                try {
                    return withoutItsClasses(call.apply(extension));
                } catch (OutOfMemoryError full) {
                    // here, as the caller may have left already: a heap is not full within the deadline
                    if (breaker.exhausted(NO_MEMORY)) {
                        tellPutAside(what());
                    }
                    throw PluginFailure.of(NO_MEMORY);
                } finally {
                    breaker.left();
                }
            };
        }

        /** Whoever kept such an answer would keep the class loader with it. */
        private R withoutItsClasses(R answer) throws PluginFailure {
            Object content = answer instanceof Optional<?> some && some.isPresent() ? some.get() : answer;
            if (content != null && content.getClass().getClassLoader() == generation.classLoader()) {
                throw PluginFailure.of("it returned an object of a class of its own");
            }
            return answer;
        }
    }
}
