package dev.portico.systemstatus.store;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which release of the plugin this is, as its manifest says. */
final class Release {
    static final String VERSION = read();

    private Release() {}

    private static String read() {
        try (var manifest = Release.class.getResourceAsStream("/META-INF/portico/plugin.json")) {
            if (manifest == null) {
                throw new IllegalStateException("There is no manifest");
            }
            return JsonParser.parseReader(new InputStreamReader(manifest, StandardCharsets.UTF_8))
                    .getAsJsonObject()
                    .get("version")
                    .getAsString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
