package dev.portico.launcher.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What Payara Micro is told before it starts, wherever the portal runs: no data grid, which would listen on every address
 * even without a cluster; no word of the server's version; answers compressed, at the level that costs least.
 */
public final class BootCommands {
    private BootCommands() {}

    /** One command a line. */
    public static String text() {
        try (var resource = BootCommands.class.getResourceAsStream("boot.asadmin")) {
            if (resource == null) {
                throw new IllegalStateException("boot.asadmin is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
