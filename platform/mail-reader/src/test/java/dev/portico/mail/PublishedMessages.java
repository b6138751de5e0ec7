package dev.portico.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarFile;

/** Messages that Apache James mime4j and Apache Tika are tested with, out of the jars on the class path. */
final class PublishedMessages {

    private PublishedMessages() {}

    static Map<String, byte[]> ofMime4j() {
        return files("apache-mime4j-core", name -> name.endsWith(".msg"));
    }

    static Map<String, byte[]> ofTika() {
        return files("tika-parser-mail-module", name -> name.matches("test-documents/test(RFC822|Email|GroupWise).*"));
    }

    static byte[] winmail() {
        return files("tika-parser-microsoft-module", "test-documents/testWINMAIL.dat"::equals)
                .values()
                .iterator()
                .next();
    }

    private static Map<String, byte[]> files(String artifact, Predicate<String> wanted) {
        var files = new TreeMap<String, byte[]>();
        for (var entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            if (entry.contains(artifact) && entry.endsWith("-tests.jar")) {
                read(entry, wanted, files);
            }
        }
        return files;
    }

    private static void read(String jar, Predicate<String> wanted, Map<String, byte[]> files) {
        try (var archive = new JarFile(jar)) {
            for (var entry :
                    archive.stream().filter(file -> wanted.test(file.getName())).toList()) {
                try (var stream = archive.getInputStream(entry)) {
                    files.put(entry.getName(), stream.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(jar, e);
        }
    }
}
