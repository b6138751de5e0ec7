package dev.portico.portal.administration.boundary;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.release.boundary.Plan;
import dev.portico.portal.release.boundary.PluginStatus;
import dev.portico.portal.release.boundary.TenantEffect.Stranded;
import dev.portico.portal.release.entity.PluginDeployment;
import dev.portico.portal.release.entity.PluginNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Plugins as JSON, in the caller's language. */
@RequestScoped
public class PluginJson {
    @Inject
    EnabledPlugins enabled;

    @Inject
    VisibleProblems visible;

    @Inject
    CurrentReader reader;

    JsonArray list(List<PluginStatus> plugins) {
        var byTenant = enabled.byTenant();
        var list = Json.createArrayBuilder();
        plugins.forEach(plugin -> list.add(plugin(plugin, byTenant)));
        return list.build();
    }

    JsonObject plugin(PluginStatus plugin) {
        return plugin(plugin, enabled.byTenant());
    }

    private JsonObject plugin(PluginStatus plugin, Map<String, Set<String>> enabled) {
        var json = Json.createObjectBuilder().add("id", plugin.id()).add("state", name(plugin.state()));
        plugin.content().ifPresent(content -> declared(json, content));
        plugin.wanted().ifPresent(digest -> json.add("wanted", digest));
        plugin.deployment().ifPresent(deployment -> decided(json, deployment));
        json.add("problems", problems(plugin.problems()))
                .add("nodes", nodes(plugin.nodes()))
                .add("tenants", uses(plugin.id(), enabled));
        return json.build();
    }

    private JsonArrayBuilder problems(List<Problem> problems) {
        var language = reader.get().ui();
        return Json.createArrayBuilder(visible.of(problems).stream()
                .map(problem -> problem.text(language))
                .toList());
    }

    private void declared(JsonObjectBuilder json, PluginPackage content) {
        var manifest = content.manifest();
        var texts = new PluginTexts(content, reader.get());
        json.add("name", texts.text(manifest.name()))
                .add("description", texts.text(manifest.description()))
                .add("version", manifest.version())
                .add("provider", manifest.provider())
                .add("license", manifest.license())
                .add("digest", content.sha256());
    }

    private static void decided(JsonObjectBuilder json, PluginDeployment deployment) {
        deployment.previous().ifPresent(digest -> json.add("previous", digest));
        deployment.probationUntil().ifPresent(until -> json.add("probationUntil", until.toString()));
        deployment.takenBack().digest().ifPresent(digest -> json.add("takenBack", digest));
        deployment.purgeAt().ifPresent(at -> json.add("purgeAt", at.toString()));
        json.add("changedAt", deployment.changedAt().toString()).add("changedBy", deployment.changedBy());
    }

    private static JsonArrayBuilder nodes(List<PluginNode> nodes) {
        var list = Json.createArrayBuilder();
        nodes.forEach(node -> {
            var json = Json.createObjectBuilder()
                    .add("node", node.node())
                    .add("state", name(node.state()))
                    .add("seenAt", node.seenAt().toString());
            node.version().ifPresent(version -> json.add("version", version));
            node.digest().ifPresent(digest -> json.add("digest", digest));
            list.add(json);
        });
        return list;
    }

    /** What installing a release would change. */
    JsonObject plan(Plan plan) {
        var language = reader.get().ui();
        var changes = Json.createArrayBuilder();
        plan.upgrade()
                .changes()
                .forEach(change -> changes.add(Json.createObjectBuilder()
                        .add("part", name(change.part()))
                        .add("of", change.owner())
                        .add("id", change.id())
                        .add("action", name(change.action()))));
        var tenants = Json.createArrayBuilder();
        plan.tenants()
                .forEach(effect -> tenants.add(Json.createObjectBuilder()
                        .add("id", effect.tenant().id())
                        .add("enabled", effect.enabled())
                        .add(
                                "strandedTickets",
                                effect.stranded().stream()
                                        .mapToLong(Stranded::tickets)
                                        .sum())
                        .add("settingsToMend", effect.settings().size())));
        var json = Json.createObjectBuilder()
                .add("id", plan.candidate().id())
                .add("version", plan.release().version())
                .add("digest", plan.release().digest())
                .add("origin", name(plan.release().warrant().origin()))
                .add("possible", plan.possible());
        plan.running().ifPresent(now -> json.add("from", now.manifest().version()));
        return json.add(
                        "problems",
                        Json.createArrayBuilder(plan.problems().stream()
                                .map(problem -> problem.text(language))
                                .toList()))
                .add("changes", changes)
                .add(
                        "newCapabilities",
                        Json.createArrayBuilder(plan.upgrade().newCapabilities().stream()
                                .map(PluginJson::name)
                                .sorted()
                                .toList()))
                .add("migrations", Json.createArrayBuilder(plan.migrations()))
                .add("tenants", tenants)
                .build();
    }

    private static JsonArrayBuilder uses(String pluginId, Map<String, Set<String>> enabled) {
        var list = Json.createArrayBuilder();
        enabled.forEach((tenant, ids) ->
                list.add(Json.createObjectBuilder().add("id", tenant).add("enabled", ids.contains(pluginId))));
        return list;
    }

    JsonObject use(PluginUse use) {
        var secrets = Json.createObjectBuilder();
        use.secrets().forEach((id, state) -> secrets.add(id, name(state)));
        return Json.createObjectBuilder()
                .add("enabled", use.enabled())
                .add("version", use.version())
                .add("settings", use.settings())
                .add("secrets", secrets)
                .add("openTickets", use.openTickets())
                .build();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
