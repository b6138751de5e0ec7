package dev.portico.plugin.host.schema;

import java.util.regex.Pattern;

/** The schema that has a plugin's own tables. */
public final class SchemaName {
    /** The same characters that a manifest's id may have: the name goes into SQL as it is. */
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

    private SchemaName() {}

    /** @throws IllegalArgumentException if that is no plugin's id */
    public static String of(String pluginId) {
        if (!ID.matcher(pluginId).matches()) {
            throw new IllegalArgumentException("No id of a plugin: " + pluginId);
        }
        return "plugin_" + pluginId.replace('-', '_');
    }
}
