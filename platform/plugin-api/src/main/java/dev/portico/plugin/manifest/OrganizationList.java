package dev.portico.plugin.manifest;

import java.util.Optional;

/**
 * A list of things that each organization has of its own: its environments, its applications. What is on it is data of
 * that organization in that tenant, which no other organization can choose or see.
 *
 * @param id lower-case letters, digits and dashes; unique in the plugin
 * @param label message key of the list's name, "Environments" for example
 * @param parent id of the list, declared before this one, whose entries have those of this one
 */
public record OrganizationList(String id, String label, Optional<String> parent) {}
