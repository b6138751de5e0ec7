package dev.portico.systemtests.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.jar.JarFile;

/** Messages that Apache James mime4j and Apache Tika are tested with, out of the jars on the class path. */
final class PublishedMails {
    private PublishedMails() {}

    static List<byte[]> all() throws IOException {
        var all = new ArrayList<byte[]>();
        all.addAll(files("apache-mime4j-core", name -> name.endsWith(".msg")));
        all.addAll(files(
                "tika-parser-mail-module", name -> name.matches("test-documents/test(RFC822|Email|GroupWise).*")));
        return List.copyOf(all);
    }

    /** The same mails as somebody else writes them, anew. */
    static List<byte[]> of(String sender) throws IOException {
        return all().stream().map(mail -> from(sender, mail)).toList();
    }

    private static byte[] from(String sender, byte[] mail) {
        var text = new String(mail, StandardCharsets.ISO_8859_1);
        var end = text.split("\r?\n\r?\n", 2)[0].length();
        var header = text.substring(0, end)
                .replaceAll(
                        "(?im)^(From|Message-ID|Auto-Submitted|Precedence|List-[a-z]+):.*(\r?\n[ \t].*)*\r?\n?", "");
        return ("From: " + sender + "\r\nMessage-ID: <" + UUID.randomUUID() + "@sender.example>\r\n" + header
                        + text.substring(end))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<byte[]> files(String artifact, Predicate<String> wanted) throws IOException {
        var files = new ArrayList<byte[]>();
        for (var entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            if (entry.contains(artifact) && entry.endsWith("-tests.jar")) {
                try (var archive = new JarFile(entry)) {
                    for (var file : archive.stream()
                            .filter(some -> wanted.test(some.getName()))
                            .toList()) {
                        try (var stream = archive.getInputStream(file)) {
                            files.add(stream.readAllBytes());
                        }
                    }
                }
            }
        }
        return files;
    }
}
