package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.Outcome.Answered;
import dev.portico.plugin.host.Outcome.Failed;
import dev.portico.plugin.host.Outcome.PutAside;

/**
 * A plugin was called for a tenant.
 *
 * @param point simple name of the extension point
 */
public record PluginCalled(String pluginId, String point, String tenantId, Outcome outcome) {
    public enum Outcome {
        ANSWERED,
        FAILED,
        NOT_OFFERED,
        PUT_ASIDE
    }

    static PluginCalled of(String pluginId, String point, String tenantId, dev.portico.plugin.host.Outcome<?> answer) {
        return new PluginCalled(pluginId, point, tenantId, outcome(answer));
    }

    private static Outcome outcome(dev.portico.plugin.host.Outcome<?> answer) {
        if (answer instanceof Answered) {
            return Outcome.ANSWERED;
        }
        if (answer instanceof Failed) {
            return Outcome.FAILED;
        }
        return answer instanceof PutAside ? Outcome.PUT_ASIDE : Outcome.NOT_OFFERED;
    }
}
