package dev.portico.plugin.host;

/**
 * A generation of a plugin whose classes are in memory.
 *
 * @param generation grows with every start of any plugin
 * @param current whether new requests get it; otherwise it waits for the last request or call that still has it
 */
public record LoadedPlugin(PluginPackage content, long generation, boolean current) {}
