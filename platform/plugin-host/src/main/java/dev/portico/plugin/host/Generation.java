package dev.portico.plugin.host;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.pf4j.ExtensionPoint;
import org.pf4j.PluginRuntimeException;

/**
 * One loading of one version of a plugin, with class loader, threads and circuit breakers of its own, so two generations
 * can stand side by side. Each line-up that has it and each call that runs in it holds it; with the last of them it is
 * unloaded.
 */
final class Generation {
    private static final System.Logger LOG = System.getLogger(Generation.class.getName());
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final int MOST_CAUSES = 5;

    private final long number = NUMBERS.incrementAndGet();
    private final PluginPackage content;
    private final PluginEngine engine;
    private final CallThreads threads;
    private final Holds holds = new Holds(this::unload);
    private final Set<Generation> loaded;
    private final Map<Class<?>, Object> extensions = new LinkedHashMap<>();
    private final Map<Circuit, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    private record Circuit(String tenantId, Class<?> point) {}

    private Generation(PluginPackage content, PluginEngine engine, CallLimits limits, Set<Generation> loaded) {
        this.content = content;
        this.engine = engine;
        this.loaded = loaded;
        this.threads = new CallThreads("plugin-" + content.id() + "-g" + number, limits, this::classLoader);
    }

    /**
     * Runs once every extension of the plugin is made. The caller holds it.
     *
     * @param loaded where it is as long as its classes are in memory, so for a while also one that has failed to start
     * @throws PluginFailure with the reason in plain words; nothing of the plugin is left then
     */
    static Generation start(PluginPackage content, CallLimits limits, Set<Generation> loaded) throws PluginFailure {
        var started = false;
        var generation = new Generation(content, new PluginEngine(content, extensionNames(content)), limits, loaded);
        loaded.add(generation);
        try {
            generation.makeExtensions(limits.start());
            started = true;
            return generation;
        } finally {
            if (!started) {
                generation.giveBack();
            }
        }
    }

    private static List<String> extensionNames(PluginPackage content) throws PluginFailure {
        try (var jar = new PluginJar(content.jar())) {
            return jar.text(PluginJar.EXTENSIONS, new Problems())
                    .orElse("")
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw unloadable(unreadable);
        }
    }

    private void makeExtensions(Duration deadline) throws PluginFailure {
        for (var type : extensionClasses()) {
            var what = "Plugin " + content.id() + " cannot make " + type.getName();
            try {
                extensions.put(type, run(what, deadline, () -> engine.getExtensionFactory()
                        .create(type)));
            } catch (PluginFailure failure) {
                throw PluginFailure.of("extension " + type.getName() + " cannot be made: " + failure.why());
            }
        }
    }

    private List<Class<?>> extensionClasses() throws PluginFailure {
        try {
            return engine.start();
        } catch (ClassNotFoundException | LinkageError | PluginRuntimeException unloadable) {
            throw unloadable(unloadable);
        }
    }

    private static PluginFailure unloadable(Throwable why) {
        return PluginFailure.of("cannot be loaded: " + why);
    }

    long number() {
        return number;
    }

    PluginPackage content() {
        return content;
    }

    ClassLoader classLoader() {
        return engine.getPluginClassLoader(content.id());
    }

    /** The plugin's first extension of the point. */
    <E extends ExtensionPoint> Optional<E> extension(Class<E> point) {
        return extensions.values().stream()
                .filter(point::isInstance)
                .map(point::cast)
                .findFirst();
    }

    CircuitBreaker breaker(String tenantId, Class<?> point, InstantSource clock) {
        return breakers.computeIfAbsent(new Circuit(tenantId, point), circuit -> new CircuitBreaker(clock));
    }

    Stream<Trouble> troubles() {
        return breakers.entrySet().stream().flatMap(entry -> entry.getValue().failing().stream()
                .map(failing -> new Trouble(
                        content.id(),
                        content.manifest().version(),
                        entry.getKey().tenantId(),
                        entry.getKey().point().getSimpleName(),
                        failing.since(),
                        failing.lastAt(),
                        failing.lastReason(),
                        failing.retryAt())));
    }

    /**
     * Runs the plugin's code in a thread of this generation, interrupted at the deadline.
     *
     * @param what for the log, should it fail
     * @throws PluginFailure whatever it does but return something
     */
    <R> R run(String what, Duration deadline, Callable<R> code) throws PluginFailure {
        var task = new FutureTask<>(() -> held(what, code));
        try {
            threads.run(task);
            return task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw logged(what, PluginFailure.of("no answer within " + deadline.toMillis() + " ms"));
        } catch (RejectedExecutionException full) {
            throw logged(what, PluginFailure.ofOthers("busy: no thread is free for it"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw logged(what, PluginFailure.ofOthers("the caller was interrupted"));
        } catch (ExecutionException thrown) {
            // of anything else not even the description is to be trusted
            throw thrown.getCause() instanceof PluginFailure failure
                    ? failure
                    : logged(what, PluginFailure.of("it threw something that cannot be described"));
        } finally {
            threads.giveUp(task);
        }
    }

    /** A call that its caller has given up still holds the generation until it returns. */
    private <R> R held(String what, Callable<R> code) throws PluginFailure {
        if (!holds.take()) {
            throw PluginFailure.ofOthers("it is not running any more");
        }
        try {
            return answer(what, code);
        } finally {
            holds.giveBack();
        }
    }

    // Errors too: a plugin that is out of step with the API shows itself as a LinkageError
    @SuppressWarnings("CatchingUnchecked")
    private static <R> R answer(String what, Callable<R> code) throws PluginFailure {
        R answer;
        try {
            answer = code.call();
        } catch (PluginFailure failure) {
            throw logged(what, failure);
        } catch (Throwable thrown) {
            LOG.log(Level.WARNING, what, copy(thrown, MOST_CAUSES));
            throw PluginFailure.of(String.valueOf(thrown));
        }
        if (answer == null) {
            throw logged(what, PluginFailure.of("it returned nothing"));
        }
        return answer;
    }

    /** For the log, which may keep what it is given and ask it in a thread of its own: so nothing of a plugin's class. */
    private static Throwable copy(Throwable thrown, int causes) {
        var copy = new RuntimeException(String.valueOf(thrown));
        copy.setStackTrace(thrown.getStackTrace());
        var cause = thrown.getCause();
        if (cause != null && causes > 0) {
            copy.initCause(copy(cause, causes - 1));
        }
        return copy;
    }

    private static PluginFailure logged(String what, PluginFailure failure) {
        LOG.log(Level.WARNING, () -> what + ": " + failure.why());
        return failure;
    }

    /** For somebody who knows it to be held. */
    void take() {
        if (!holds.take()) {
            throw new IllegalStateException("Generation " + number + " of " + content.id() + " is unloaded");
        }
    }

    void giveBack() {
        holds.giveBack();
    }

    private void unload() {
        threads.end();
        extensions.clear();
        engine.stop();
        loaded.remove(this);
    }
}
