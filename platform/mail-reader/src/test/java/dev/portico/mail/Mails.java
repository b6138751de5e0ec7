package dev.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Messages for tests, with line feeds where a mail has CRLF. */
final class Mails {

    static final String HEADER = """
            From: Ana Pérez <ana@acme.example>
            To: support@harmony.example
            Date: Mon, 3 Nov 2025 10:15:00 +0100
            Message-ID: <1@acme.example>
            Subject: Upload fails
            MIME-Version: 1.0
            """;

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration HANGS = Duration.ofSeconds(60);

    private Mails() {}

    static ReadMail read(String raw) {
        return read(bytes(raw));
    }

    static ReadMail read(byte[] raw) {
        var mail = new MailReader(Limits.USUAL).read(raw);
        if (mail.flaws().contains(Flaw.UNREADABLE)) {
            throw new AssertionError(
                    "not read: " + new String(raw, 0, Math.min(raw.length, 2000), StandardCharsets.UTF_8));
        }
        return mail;
    }

    /** Fails where reading takes over five seconds of a processor, whatever else the machine does. */
    static ReadMail readInTime(byte[] raw) {
        return assertTimeoutPreemptively(HANGS, () -> {
            var threads = ManagementFactory.getThreadMXBean();
            var start = threads.getCurrentThreadCpuTime();
            var mail = read(raw);
            assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
                    .isLessThan(LONGEST);
            return mail;
        });
    }

    /** A message with the usual header and this behind it, more header first. */
    static ReadMail readWith(String rest) {
        return read(HEADER + rest);
    }

    static ReadMail readText(String text) {
        return readWith("Content-Type: text/plain; charset=utf-8\n\n" + text);
    }

    static ReadMail readHtml(String html) {
        return readWith("Content-Type: text/html; charset=utf-8\n\n" + html);
    }

    static byte[] bytes(String raw) {
        return raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static String content(AttachedFile file) {
        return new String(file.content().bytes(1_000_000), StandardCharsets.UTF_8);
    }
}
