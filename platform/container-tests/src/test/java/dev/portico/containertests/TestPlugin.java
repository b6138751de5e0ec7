package dev.portico.containertests;

import dev.portico.plugin.host.ManifestReader;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A plugin with tables of its own, made for one test. */
final class TestPlugin {
    private static final String MANIFEST = """
            {"id": "%s", "version": "1.0.0", "api": "[1.0,2.0)", "name": "n", "description": "d",
            "provider": "Test", "license": "MIT", "capabilities": ["own-tables"]}
            """;

    private final Map<String, byte[]> files = new TreeMap<>();

    TestPlugin(String id) {
        file("META-INF/portico/plugin.json", MANIFEST.formatted(id));
        file("META-INF/portico/messages_en.properties", "n = Name\nd = Description\n");
        file("META-INF/portico/messages_es.properties", "n = Nombre\nd = Descripción\n");
    }

    TestPlugin expand(String name, String sql) {
        return file("db/expand/" + name + ".sql", sql);
    }

    TestPlugin contract(String name, String sql) {
        return file("db/contract/" + name + ".sql", sql);
    }

    private TestPlugin file(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Takes a class of the tests for its extension. */
    TestPlugin extension(Class<?> type) {
        var name = type.getName().replace('.', '/') + ".class";
        try (var bytes = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name), name)) {
            files.put(name, bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file("META-INF/extensions.idx", type.getName() + "\n");
    }

    Path jar() {
        try {
            var jar = Files.createTempFile("plugin", ".jar");
            try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (var file : files.entrySet()) {
                    out.putNextEntry(new ZipEntry(file.getKey()));
                    out.write(file.getValue());
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PluginPackage read() {
        var reading = new ManifestReader().read(jar());
        if (reading instanceof Reading.Valid valid) {
            return valid.content();
        }
        throw new IllegalStateException(reading.toString());
    }
}
