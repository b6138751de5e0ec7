package dev.portico.launcher.process;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Random secrets of one data folder, made when first asked for and kept in a file that only its owner reads. */
public final class Secrets {
    private final Path file;
    private final Properties values = new Properties();

    public Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                values.load(new StringReader(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** 48 hexadecimal digits, so that they need no quoting anywhere. */
    public String password(String name) {
        return value(name, HexFormat.of().formatHex(random(24)));
    }

    /** 256 bits in Base64. */
    public String key(String name) {
        return value(name, Base64.getEncoder().encodeToString(random(32)));
    }

    private synchronized String value(String name, String fresh) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        values.setProperty(name, fresh);
        var lines = new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n"));
        Folders.writePrivate(file, lines);
        return fresh;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
