package dev.portico.plugin.manifest;

import dev.portico.plugin.settings.Setting;
import java.util.List;
import java.util.Optional;

/**
 * What a plugin declares.
 *
 * @param id lower-case letters, digits and dashes; unique over all plugins
 * @param version semantic version
 * @param api bounded range of plugin API versions, for example {@code [1.0,2.0)}
 * @param name message key
 * @param description message key
 */
public record PluginManifest(
        String id,
        String version,
        String api,
        String name,
        String description,
        String provider,
        String license,
        List<Scale> scales,
        List<Workflow> workflows,
        List<TicketType> ticketTypes,
        List<HelpWay> helpWays,
        List<Setting> settings,
        List<OrganizationList> organizationLists,
        Optional<Dashboard> dashboard) {
    public PluginManifest {
        scales = List.copyOf(scales);
        workflows = List.copyOf(workflows);
        ticketTypes = List.copyOf(ticketTypes);
        helpWays = List.copyOf(helpWays);
        settings = List.copyOf(settings);
        organizationLists = List.copyOf(organizationLists);
    }
}
