package dev.portico.plugin.testkit;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.host.Guard;
import dev.portico.plugin.host.Outcome;
import dev.portico.plugin.host.PluginHost;
import dev.portico.plugin.host.PluginLease;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pf4j.ExtensionPoint;

/**
 * A plugin in the host that portals run: with a class loader of its own, and called through the guard with its threads
 * and its deadline. What only shows there, an extension that is not listed for example, shows in a test.
 */
public final class RunningPlugin implements AutoCloseable {
    private final PluginHost host;
    private final PluginLease lease;
    private final String id;

    private RunningPlugin(PluginHost host, String id) {
        this.host = host;
        this.lease = host.lease();
        this.id = id;
    }

    /** @throws AssertionError that says why it does not start */
    public static RunningPlugin start(PluginPackage plugin) {
        var host = PluginHost.empty();
        var started = host.start(plugin.jar());
        if (!started.problems().isEmpty()) {
            host.close();
            throw new AssertionError("The plugin does not run:\n"
                    + started.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return new RunningPlugin(host, plugin.id());
    }

    /**
     * What the plugin's extension answers, called as the portal calls it.
     *
     * @throws AssertionError where the plugin has none for {@code point}, fails or is too slow
     */
    public <E extends ExtensionPoint, R> R answer(Class<E> point, TenantView tenant, Function<E, R> call) {
        Outcome<R> outcome = new Guard().call(lease, id, point, tenant, call);
        if (outcome instanceof Outcome.Answered<R> answered) {
            return answered.answer();
        }
        throw new AssertionError(point.getSimpleName() + " gave no answer: " + outcome);
    }

    @Override
    public void close() {
        lease.close();
        host.close();
    }
}
