package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.Outcome.Answered;
import dev.portico.plugin.host.Outcome.Failed;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.lang.management.ManagementFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a plugin stays behind, whatever it leaves in its threads and answers. */
@Timeout(120)
class PluginUnloadingTest {
    private static final int UPGRADES = 100;

    /** It keeps itself in a static, in a thread local and as its thread's context, and throws what is of its own class. */
    private static final String CLINGING = """
                        kept = new ThreadLocal<Object>();
                        ((ThreadLocal<Object>) kept).set(this);
                        class Own extends RuntimeException { Object policy = Policy.this; }
                        if (submission.subject().isEmpty()) { throw new Own(); }
                        return Optional.of(new Urgency(submission.subject()));
                        """;

    @TempDir
    private Path folder;

    private final Guard guard = new Guard();
    private final ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();

    @Test
    void noClassLoaderIsLeftOfAHundredUpgrades() throws Exception {
        var jars = List.of(version("1.0.0"), version("2.0.0"));
        try (var host = PluginHost.empty()) {
            host.start(jars.get(0));
            var retired = new ArrayList<WeakReference<ClassLoader>>();
            for (int i = 1; i <= UPGRADES; i++) {
                retired.add(new WeakReference<>(callAndSwap(host, jars.get(i % 2)), queue));
            }

            assertThat(host.loaded()).hasSize(1);
            assertThat(collected()).isEqualTo(UPGRADES);
            assertThat(retired).allMatch(loader -> loader.refersTo(null));
            assertThat(inMemory(PluginClasses.class)).as("loaders").isEqualTo(1);
            assertThat(inMemory("plug.Policy")).as("extensions").isEqualTo(1);
        }
        assertThat(inMemory("plug.Policy")).isZero();
    }

    private ClassLoader callAndSwap(PluginHost host, Path next) {
        try (var lease = host.lease()) {
            assertThat(assess(lease, "subject")).isInstanceOf(Answered.class);
            assertThat(assess(lease, "")).isInstanceOf(Failed.class);
            var loader = lease.generation("desk").orElseThrow().classLoader();
            host.swap(next);
            assertThat(assess(lease, "subject")).isInstanceOf(Answered.class);
            return loader;
        }
    }

    private Outcome<?> assess(PluginLease lease, String subject) {
        var submission = new dev.portico.plugin.ticket.Submission("case", subject, "", java.util.Map.of());
        return guard.call(
                lease,
                "desk",
                UrgencyPolicy.class,
                GuardTest.TENANT,
                policy -> policy.assess(GuardTest.TENANT, submission));
    }

    private int collected() throws InterruptedException {
        int gone = 0;
        for (int attempt = 0; gone < UPGRADES && attempt < 100; attempt++) {
            System.gc();
            while (queue.remove(50) != null) {
                gone++;
            }
        }
        return gone;
    }

    private static long inMemory(Class<?> type) throws JMException {
        return inMemory(type.getName());
    }

    /** As the JVM counts it after a collection. */
    private static long inMemory(String className) throws JMException {
        var histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(className))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    private Path version(String version) {
        return new TestPlugin()
                .patch(patch -> patch.replace("/version", version))
                .policy(CLINGING)
                .writeTo(folder.resolve(version + ".jar"));
    }
}
