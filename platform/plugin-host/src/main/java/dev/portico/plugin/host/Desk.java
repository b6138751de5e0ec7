package dev.portico.plugin.host;

import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Workflow;

/** A ticket type with what it refers to. */
public record Desk(String pluginId, TicketType type, Scale scale, Workflow workflow) {}
