package dev.portico.systemtests.plugin;

import dev.portico.plugin.fixtures.Publisher;
import dev.portico.plugin.fixtures.TestPlugin;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plugin of the template, as its build made it and as later versions of it would be. */
public final class ExampleDesk {
    public static final String ID = "example-desk";

    private static final Path BUILT = Path.of("target", "plugins", ID + ".jar");

    private ExampleDesk() {}

    /** Version 1.0.0; what a test changes of it is its own. */
    public static TestPlugin first() {
        return TestPlugin.of(BUILT);
    }

    /** Version 1.1.0: one more setting, {@code hotline}, and one more field, {@code reference}. */
    public static TestPlugin second() {
        return first().version("1.1.0")
                .patch(patch -> patch.add(
                                "/settings/-",
                                Json.createObjectBuilder()
                                        .add("id", "hotline")
                                        .add("type", "text")
                                        .add("label", "setting.hotline")
                                        .build())
                        .add(
                                "/ticketTypes/0/fields/3",
                                Json.createObjectBuilder()
                                        .add("id", "reference")
                                        .add("kind", "text")
                                        .add("label", "field.reference")
                                        .add("maxLength", 80)
                                        .build()))
                .message("setting.hotline", "Hotline", "Línea directa")
                .message("field.reference", "Your reference", "Tu referencia");
    }

    /** A jar to upload, in a temporary folder. */
    public static Path signed(TestPlugin plugin, Publisher by) {
        try {
            var folder = Files.createTempDirectory(ID);
            return by.sign(plugin.writeTo(folder.resolve(ID + ".jar")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
