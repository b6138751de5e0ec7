package dev.portico.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What an engine does for a container, done with Linux's own means: the root folder at its place, all read-only but
 * {@code /tmp} and the data, an ordinary user without any privilege. Only root may; for others the folder runs as it is.
 */
final class Container {
    static final int USER = 10001;

    /** $1 the portal's home, $2 what it may write to. Seen by this process alone. */
    private static final String SCRIPT = """
            chown -R %1$d:%1$d "$2"
            mount -t tmpfs -o mode=755 tmpfs /opt
            mkdir /opt/portico /opt/data
            mount --bind "$1" /opt/portico
            mount -o remount,bind,ro /opt/portico
            mount --bind "$2" /opt/data
            mount -o remount,ro /opt
            mount -t tmpfs -o mode=1777,size=64m,noexec,nosuid,nodev tmpfs /tmp
            mount -o remount,bind,ro /
            exec setpriv --reuid=%1$d --regid=%1$d --clear-groups --no-new-privs --bounding-set=-all \\
                /opt/portico/bin/portico
            """.formatted(USER);

    private static final boolean AVAILABLE = probe();

    private Container() {}

    static boolean available() {
        return AVAILABLE;
    }

    private static boolean probe() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.exists(Path.of("/usr/bin/setpriv"))) {
            return false;
        }
        try {
            Command.run(List.of("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/opt"));
            return true;
        } catch (IllegalStateException forbidden) {
            return false;
        }
    }

    /** Names in {@code environment} what it moved. */
    static List<String> command(RootFolder root, Path writable, Map<String, String> environment) {
        if (!available()) {
            environment.put("PORTICO_WORK", writable.resolve("work").toString());
            environment.put(
                    "PORTICO_ATTACHMENTS_DIR", writable.resolve("attachments").toString());
            return List.of(root.program().toString());
        }
        environment.replaceAll((name, value) -> value.replace(real(writable), "/opt/data"));
        environment.put("PORTICO_ATTACHMENTS_DIR", "/opt/data/attachments");
        environment.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        return List.of(
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "sh",
                "-euc",
                SCRIPT,
                "sh",
                real(root.home()),
                real(writable));
    }

    private static String real(Path folder) {
        try {
            return folder.toRealPath().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
