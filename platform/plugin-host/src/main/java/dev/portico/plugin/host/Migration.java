package dev.portico.plugin.host;

import java.nio.charset.StandardCharsets;

/**
 * A step of a plugin's own tables from one version of the plugin to another, as its jar has it.
 *
 * @param version in the order of which they run
 * @param name of its file, {@code V2__severity.sql}
 */
public record Migration(Phase phase, int version, String name, String sql) {
    /** When it runs. */
    public enum Phase {
        /** Before the new version of the plugin takes the place of the old, which goes on with what comes of it. */
        EXPAND,
        /** When the old version cannot come back any more: takes away what only that one needed. */
        CONTRACT
    }

    /** Tells whether it is still what has run. */
    public String checksum() {
        return Sha256.of(sql.getBytes(StandardCharsets.UTF_8));
    }
}
