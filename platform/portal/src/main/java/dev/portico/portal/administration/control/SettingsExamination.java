package dev.portico.portal.administration.control;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.host.Outcome;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.SettingsReader;
import dev.portico.plugin.settings.SettingFault;
import dev.portico.plugin.settings.Settings;
import dev.portico.plugin.settings.SettingsCheck;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.plugin.boundary.PluginCalls;
import dev.portico.portal.plugin.control.PluginTables;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.plugin.control.SettingProblems;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong with settings that somebody wants to save: for their types, and then for the plugin itself. */
@ApplicationScoped
public class SettingsExamination {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsExamination.class);

    @Inject
    PluginCalls calls;

    @Inject
    PluginTables tables;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    /**
     * @param all with the secrets
     * @throws PortalException a conflict, where the plugin has a check of its own that does not answer
     */
    public List<FieldProblem> problems(PluginPackage plugin, JsonObject all) {
        var read = SettingsReader.read(plugin.manifest().settings(), all);
        return read.problems().isEmpty() ? faults(plugin, read.settings()) : SettingProblems.of(read.problems());
    }

    private List<FieldProblem> faults(PluginPackage plugin, Settings entered) {
        var tenant = tenants.require().id();
        var view = new TenantView(tenant, entered, tables.of(plugin.manifest(), tenant));
        var texts = new PluginTexts(plugin, reader.get());
        // Read within the call: faults may be incomplete in ways that the API's types do not show.
        var outcome = calls.to(plugin.id(), view)
                .call(SettingsCheck.class, (check, asked) -> problems(check.check(asked), texts));
        if (outcome instanceof Outcome.NotOffered) {
            return List.of();
        }
        return outcome.toOptional().orElseThrow(() -> unchecked(plugin, outcome));
    }

    /** @throws RuntimeException if something is missing */
    static List<FieldProblem> problems(List<SettingFault> faults, PluginTexts texts) {
        return faults.stream()
                .map(fault -> new FieldProblem(
                        Objects.requireNonNull(fault.setting()),
                        "common.text",
                        Map.of("text", texts.text(fault.problem()))))
                .toList();
    }

    private static PortalException unchecked(PluginPackage plugin, Outcome<?> outcome) {
        LOG.warn("Plugin {} has not checked its settings: {}", plugin.id(), outcome);
        return PortalException.conflict("plugin.settings.unchecked", Map.of());
    }
}
