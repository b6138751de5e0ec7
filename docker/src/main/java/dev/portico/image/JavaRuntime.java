package dev.portico.image;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** The Java that the image brings: only the modules that Payara Micro and the portal use. */
final class JavaRuntime {
    /** Those of Jakarta EE's platform, of Payara's own manifest, and what is looked up by name: ciphers, charsets, languages. */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.compiler",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.management.rmi",
            "java.naming",
            "java.net.http",
            "java.prefs",
            "java.rmi",
            "java.scripting",
            "java.security.jgss",
            "java.security.sasl",
            "java.sql",
            "java.sql.rowset",
            "java.transaction.xa",
            "java.xml",
            "java.xml.crypto",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    private final Path home;

    private JavaRuntime(Path home) {
        this.home = home;
    }

    /** Links the modules of the JDK that runs this, and dumps the classes that every Java program begins with. */
    static JavaRuntime link(Path home) {
        Command.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jlink" + (File.separatorChar == '\\' ? ".exe" : ""))
                        .toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--include-locales=en,es",
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                home.toString()));
        var runtime = new JavaRuntime(home);
        Command.run(List.of(runtime.java(), "-Xshare:dump"));
        return runtime;
    }

    String java() {
        return home.resolve("bin").resolve("java").toString();
    }
}
