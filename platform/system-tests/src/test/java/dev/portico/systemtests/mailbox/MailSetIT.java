package dev.portico.systemtests.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.rest.Cases;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails of all kinds, as they are, put into a mailbox: something becomes of each, soon, and the server has nothing to report. */
@ExtendWith(PortalStackExtension.class)
class MailSetIT {
    private static final String TENANT = "bmc";
    private static final String CONTACT = "initech-en@initech.example";

    /** The requirement's, for the slowest. */
    private static final double MOST_SECONDS = 5;

    /** What became of a mail. */
    private record Row(String state, String reason, int attempts, byte[] raw) {}

    @BeforeAll
    static void logIn(PortalStack stack) {
        stack.api(TENANT, "initech-en").get("/tickets");
    }

    @Test
    void something_becomes_of_every_published_mail(PortalStack stack) throws Exception {
        var mails = PublishedMails.all();
        assertThat(mails).hasSizeGreaterThan(100);
        allEnd(stack, mails);
    }

    @Test
    void something_becomes_of_every_published_mail_when_a_contact_sends_it(PortalStack stack) throws Exception {
        var ends = allEnd(stack, PublishedMails.of(CONTACT));
        assertThat(ends).filteredOn(row -> row.state().equals("TICKET")).hasSizeGreaterThan(50);
    }

    @Test
    void something_becomes_of_every_hostile_mail(PortalStack stack) throws Exception {
        allEnd(stack, hostile());
    }

    @Test
    void a_mail_of_5000_parts_becomes_a_case(PortalStack stack) throws Exception {
        var parts = "--b\r\nContent-Type: text/plain; name=a.txt\r\n\r\nfile\r\n".repeat(5_000);
        var ends = allEnd(
                stack,
                List.of(bytes(
                        "From: " + CONTACT + "\r\nMessage-ID: <" + Cases.word() + "@initech.example>\r\nSubject: many"
                                + "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello\r\n" + parts
                                + "--b--\r\n")));
        assertThat(ends.stream().map(Row::state)).containsExactly("TICKET");
    }

    private static List<byte[]> hostile() {
        var from = "From: " + CONTACT + "\r\nSubject: hostile\r\n";
        var nested = new StringBuilder(from);
        for (var level = 0; level < 2_000; level++) {
            nested.append("Content-Type: multipart/mixed; boundary=b%05d\r\n\r\n--b%05d\r\n\r\nlevel\r\n--b%05d\r\n"
                    .formatted(level, level, level));
        }
        var noise = new byte[200_000];
        new Random(8).nextBytes(noise);
        return List.of(
                bytes("\r\n"),
                bytes(from),
                bytes(from + "\r\n\0\0\0"),
                bytes("From: \0@\0\r\nSubject: \0\r\nMessage-ID: \0\r\n\r\n\0"),
                bytes(nested.toString()),
                bytes(from + "Content-Type: message/rfc822\r\n\r\n".repeat(2_000)),
                bytes(from + "Message-ID: <" + "\u00e9".repeat(5_000) + "@a.example>\r\n\r\nlong\r\n"),
                utf8(from + "Message-ID: <" + differing(3_000) + "@a.example>\r\n\r\nlong and different\r\n"),
                bytes(from + "References: " + "<a@b.example> ".repeat(20_000) + "\r\n\r\nreferences\r\n"),
                bytes(from + "X-Huge: " + "a".repeat(2_000_000) + "\r\n\r\nhuge header\r\n"),
                bytes(from + "Content-Type: text/html\r\n\r\n" + "<div>".repeat(100_000) + "deep\r\n"),
                bytes(
                        from
                                + "Content-Type: text/plain; charset=no-such\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!\r\n"),
                bytes(from + "\r\n" + "On Mon, 3 Nov 2025 at 10:15, x\r\n".repeat(100_000)),
                bytes("Subject: " + "=?utf-8?q?".repeat(20_000) + "\r\n" + from + "\r\nwords\r\n"),
                bytes("From: " + "a@b.example, ".repeat(15_000) + "\r\n\r\nmany senders\r\n"),
                noise);
    }

    private static String differing(int characters) {
        return new Random(8)
                .ints(characters, 0x4E00, 0x9FFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Row> allEnd(PortalStack stack, List<byte[]> mails) throws Exception {
        var log = stack.own().settings().data().resolve("logs").resolve("portal.log");
        var logged = Files.size(log);
        var since = text(stack, "select now()::text");
        Set<ByteBuffer> expected;
        try (var mailbox = new Mailbox(stack, TENANT)) {
            var first = mailbox.next();
            var taken = 0;
            for (var mail : mails) {
                taken += mailbox.append(mail) ? 1 : 0;
            }
            assertThat(taken).as("of the mails the server takes").isGreaterThanOrEqualTo(mails.size() * 9 / 10);
            expected = bodies(mailbox.from(first));
            // Whatever takes long shows as the time until the next one.
            assertThat(mailbox.append(bytes("Message-ID: <" + Cases.word() + "@last.example>\r\n\r\nlast\r\n")))
                    .isTrue();
            var last = mailbox.next() - 1;
            assertThat(Waiting.until(() -> ended(stack, since, last), Duration.ofMinutes(3)))
                    .isTrue();
        }
        var rows = rows(stack, since);
        assertThat(bodies(rows.stream().map(Row::raw).toList()))
                .as("none is lost")
                .containsAll(expected);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.attempts()).as(row.toString()).isEqualTo(1);
            assertThat(row.reason()).isNotIn("FAILED", "UNREADABLE", "DESK_ABSENT");
        });
        assertThat(Double.parseDouble(text(
                        stack,
                        "select coalesce(max(extract(epoch from settled_at - greatest(received_at, before))), 0)::text from"
                                + " (select received_at, settled_at, lag(settled_at) over (order by settled_at) as before"
                                + " from received_mail where tenant_id = '" + TENANT + "' and received_at > '" + since
                                + "') each")))
                .as("seconds for the slowest")
                .isLessThan(MOST_SECONDS);
        var told = Files.readAllBytes(log);
        assertThat(new String(told, (int) logged, told.length - (int) logged, StandardCharsets.UTF_8))
                .doesNotContain("failed, attempt", "cannot be read");
        return rows.stream()
                .filter(row -> !new String(row.raw(), StandardCharsets.ISO_8859_1).contains("@last.example"))
                .toList();
    }

    private static boolean ended(PortalStack stack, String since, long uid) {
        return text(
                        stack,
                        "select (last_uid >= " + uid
                                + " and not exists (select 1 from received_mail r where r.tenant_id = '"
                                + TENANT + "' and r.state = 'WAITING' and r.received_at > '" + since
                                + "'))::text from mailbox where tenant_id = '" + TENANT + "' and id = 'demo'")
                .equals("true");
    }

    /** What tells a mail from others: relays change headers. */
    private static Set<ByteBuffer> bodies(List<byte[]> mails) {
        var bodies = new HashSet<ByteBuffer>();
        for (var mail : mails) {
            var end = new String(mail, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
            bodies.add(ByteBuffer.wrap(end < 0 ? mail : Arrays.copyOfRange(mail, end, mail.length)));
        }
        return bodies;
    }

    private static List<Row> rows(PortalStack stack, String since) throws SQLException {
        var found = new ArrayList<Row>();
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery(
                        "select state, coalesce(reason, ''), attempts, raw from received_mail" + " where tenant_id = '"
                                + TENANT + "' and received_at > '" + since + "' order by received_at")) {
            while (rows.next()) {
                found.add(row(rows));
            }
        }
        return found;
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getBytes(4));
    }

    private static String text(PortalStack stack, String sql) {
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
