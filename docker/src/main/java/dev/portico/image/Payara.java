package dev.portico.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Payara Micro unpacked, so that its classes are on the application class path, where class-data sharing sees them. */
final class Payara {
    private static final String LAUNCHER = "launch-micro.jar";
    private static final String MAIN = "fish.payara.micro.impl.PayaraMicroImpl";

    private Payara() {}

    static void unpack(JavaRuntime java, Path archive, Path home) {
        Command.run(List.of(java.java(), "-jar", archive.toString(), "--rootDir", home.toString(), "--outputlauncher"));
        try {
            writeStarter(home);
            Files.deleteIfExists(home.resolve(".env"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Payara's own launcher insists on writing beside itself. Ours is its manifest with the main class behind it, which
     * can be told to write elsewhere.
     */
    private static void writeStarter(Path home) throws IOException {
        try (var launcher = new JarFile(home.resolve(LAUNCHER).toFile())) {
            var manifest = launcher.getManifest();
            var attributes = manifest.getMainAttributes();
            attributes.put(Attributes.Name.MAIN_CLASS, MAIN);
            attributes.put(
                    Attributes.Name.CLASS_PATH, LAUNCHER + " " + attributes.getValue(Attributes.Name.CLASS_PATH));
            new JarOutputStream(Files.newOutputStream(home.resolve("portico.jar")), manifest).close();
        }
    }
}
