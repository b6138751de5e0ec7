package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.Outcome.Answered;
import dev.portico.plugin.host.Outcome.Failed;

/**
 * A plugin was called for a tenant.
 *
 * @param point simple name of the extension point
 */
public record PluginCalled(String pluginId, String point, String tenantId, Outcome outcome) {
    public enum Outcome {
        ANSWERED,
        FAILED,
        NOT_OFFERED
    }

    static PluginCalled of(String pluginId, String point, String tenantId, dev.portico.plugin.host.Outcome<?> answer) {
        if (answer instanceof Answered) {
            return new PluginCalled(pluginId, point, tenantId, Outcome.ANSWERED);
        }
        var outcome = answer instanceof Failed ? Outcome.FAILED : Outcome.NOT_OFFERED;
        return new PluginCalled(pluginId, point, tenantId, outcome);
    }
}
