package dev.portico.portal.administration.boundary;

import dev.portico.plugin.host.InstalledPlugin;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.portal.administration.control.PluginTexts;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Plugins as JSON, in the caller's language. */
@RequestScoped
public class PluginJson {
    @Inject
    ServedTenants served;

    @Inject
    TenantContext tenants;

    @Inject
    TenantPlugins tenantPlugins;

    @Inject
    CurrentReader reader;

    JsonArray list(List<InstalledPlugin> plugins) {
        var enabled = new LinkedHashMap<String, Set<String>>();
        served.all().forEach(tenant -> enabled.put(tenant.id(), tenants.within(tenant, tenantPlugins::enabled)));
        var list = Json.createArrayBuilder();
        plugins.forEach(plugin -> list.add(plugin(plugin, enabled)));
        return list.build();
    }

    private static String file(InstalledPlugin plugin) {
        return String.valueOf(plugin.jar().getFileName());
    }

    private JsonObject plugin(InstalledPlugin plugin, Map<String, Set<String>> enabled) {
        var json = Json.createObjectBuilder()
                .add("file", file(plugin))
                .add("state", name(plugin.state()))
                .add("problems", Json.createArrayBuilder(plugin.problems()));
        plugin.content().ifPresent(content -> declared(json, content, enabled));
        return json.build();
    }

    private void declared(JsonObjectBuilder json, PluginPackage content, Map<String, Set<String>> enabled) {
        var manifest = content.manifest();
        var texts = new PluginTexts(content, reader.get());
        json.add("id", manifest.id())
                .add("name", texts.text(manifest.name()))
                .add("description", texts.text(manifest.description()))
                .add("version", manifest.version())
                .add("provider", manifest.provider())
                .add("license", manifest.license())
                .add("digest", content.sha256())
                .add("tenants", uses(content.id(), enabled));
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
