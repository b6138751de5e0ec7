package dev.portico.portal.operation.health;

import dev.portico.plugin.host.InstalledPlugin;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.portal.plugin.control.Plugins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** What became of the plugins, for information: one that fails must not take the portal away from all the others. */
@Readiness
@ApplicationScoped
public class PluginsCheck implements HealthCheck {
    @Inject
    Plugins plugins;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("plugins").up();
        if (plugins.safeMode()) {
            answer.withData("safe-mode", true);
        }
        plugins.host()
                .plugins()
                .forEach(plugin ->
                        answer.withData(name(plugin), plugin.state().name().toLowerCase(Locale.ROOT)));
        return answer.build();
    }

    private static String name(InstalledPlugin plugin) {
        return plugin.content()
                .map(PluginPackage::id)
                .orElseGet(() -> String.valueOf(plugin.jar().getFileName()));
    }
}
