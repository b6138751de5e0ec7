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
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A plugin with tables of its own, made for one test. */
final class TestPlugin {
    private static final String MANIFEST = """
            {"id": "%s", "version": "1.0.0", "api": "[1.0,2.0)", "name": "n", "description": "d",
            "provider": "Test", "license": "MIT", "capabilities": ["own-tables"]}
            """;

    private final Map<String, String> files = new TreeMap<>();

    TestPlugin(String id) {
        files.put("META-INF/portico/plugin.json", MANIFEST.formatted(id));
        files.put("META-INF/portico/messages_en.properties", "n = Name\nd = Description\n");
        files.put("META-INF/portico/messages_es.properties", "n = Nombre\nd = Descripción\n");
    }

    TestPlugin expand(String name, String sql) {
        files.put("db/expand/" + name + ".sql", sql);
        return this;
    }

    TestPlugin contract(String name, String sql) {
        files.put("db/contract/" + name + ".sql", sql);
        return this;
    }

    Path jar() {
        try {
            var jar = Files.createTempFile(Files.createDirectories(Path.of("target", "plugins")), "plugin", ".jar");
            try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (var file : files.entrySet()) {
                    out.putNextEntry(new ZipEntry(file.getKey()));
                    out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
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
