package dev.portico.plugin.manifest;

import dev.portico.plugin.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a plugin declares.
 *
 * @param id lower-case letters, digits and dashes; unique over all plugins
 * @param version semantic version
 * @param api bounded range of plugin API versions, for example {@code [1.0,2.0)}
 * @param name message key
 * @param description message key
 * @param upgradeFrom the earliest version that can be upgraded to this one; an earlier one is upgraded to something
 *     between first
 * @param capabilities what the plugin asks of the platform beyond what its contributions tell, to be agreed to by
 *     whoever installs it
 * @param redirectHosts id of the {@code phrases} setting with the hosts that the plugin may send visitors to, such as
 *     {@code community.example.com}; without it to none
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
        Optional<Dashboard> dashboard,
        Optional<String> upgradeFrom,
        Set<Capability> capabilities,
        List<PluginRoute> routes,
        List<PluginJob> jobs,
        Optional<NewsChannel> news,
        Optional<String> redirectHosts) {
    public PluginManifest {
        scales = List.copyOf(scales);
        workflows = List.copyOf(workflows);
        ticketTypes = List.copyOf(ticketTypes);
        helpWays = List.copyOf(helpWays);
        settings = List.copyOf(settings);
        organizationLists = List.copyOf(organizationLists);
        capabilities = Set.copyOf(capabilities);
        routes = List.copyOf(routes);
        jobs = List.copyOf(jobs);
    }
}
