package dev.portico.plugin.manifest;

import java.util.Optional;

/**
 * A page for the members of an organization: what is new, what their organization has on the plugin's
 * {@link OrganizationList lists}, and who else belongs to it.
 *
 * @param label message key of its title, which is its entry in the menu too
 * @param announcements id of the {@code PHRASES} setting that holds what is new, by language
 */
public record Dashboard(String label, Optional<String> announcements) {}
