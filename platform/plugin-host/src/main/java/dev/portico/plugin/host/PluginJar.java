package dev.portico.plugin.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The files of a plugin's jar, read with a limit: what an entry says of its own size is not believed. */
final class PluginJar implements AutoCloseable {
    static final String FOLDER = "META-INF/portico/";
    static final String EXTENSIONS = "META-INF/extensions.idx";
    static final long MAX_JAR = 64L << 20;
    static final int MAX_TEXT = 512 << 10;

    private final JarFile jar;

    PluginJar(Path path) throws IOException {
        jar = new JarFile(path.toFile());
    }

    /** The names of the files below a folder, in their order. */
    List<String> files(String folder) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(folder))
                .sorted()
                .toList();
    }

    /** An entry's text; empty if there is none or it is of no use, which is then among the problems. */
    Optional<String> text(String name, Problems problems) throws IOException {
        var entry = jar.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (var in = jar.getInputStream(entry)) {
            var bytes = in.readNBytes(MAX_TEXT + 1);
            if (bytes.length > MAX_TEXT) {
                problems.tell(name, "plugin.problem.larger", (MAX_TEXT >> 10) + " KiB");
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            problems.tell(name, "plugin.problem.not-utf-8");
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
