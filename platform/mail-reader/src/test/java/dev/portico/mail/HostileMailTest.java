package dev.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody sends who means ill: each is read in five seconds. */
class HostileMailTest {

    private static final int MILLION = 1_000_000;

    @Test
    void readsTheFirstOf5000Parts() {
        var parts = IntStream.range(0, 5_000)
                .mapToObj(i -> "--b\nContent-Type: text/plain; name=%d.txt\n\nfile %d\n".formatted(i, i))
                .collect(Collectors.joining());
        var mail =
                read("Subject: many\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n" + parts + "--b--\n");
        assertThat(mail.body().text()).isEqualTo("Hello");
        assertThat(mail.files()).hasSize(Limits.USUAL.mostAttachments());
        assertThat(mail.flaws()).contains(Flaw.PARTS_LEFT_OUT, Flaw.FILES_LEFT_OUT);
    }

    @Test
    void keepsWhatIsNestedTooDeeplyAsOneFile() {
        var nested = new StringBuilder("Subject: deep\n");
        for (var i = 0; i < 10_000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b%05d\n\n--b%05d\n\nlevel %d\n--b%05d\n"
                    .formatted(i, i, i, i));
        }
        var mail = read(nested.toString());
        assertThat(mail.body().text())
                .startsWith("level 0\n")
                .contains("level 19")
                .doesNotContain("level 20");
        assertThat(mail.files()).singleElement().satisfies(file -> {
            assertThat(file.mediaType()).isEqualTo("message/rfc822");
            assertThat(Mails.content(file))
                    .startsWith("Content-Type: multipart/mixed; boundary=b00020\r\n\r\n--b00020")
                    .contains("level 9999");
        });
        assertThat(mail.flaws()).contains(Flaw.NESTED_TOO_DEEP);
    }

    @Test
    void attachesAMessageWithinAMessageOnlyOnce() {
        var mail = read("Content-Type: message/rfc822\n\n".repeat(10_000));
        assertThat(mail.files()).hasSize(1);
    }

    @Test
    void leavesOutWhatIsTooMuchOfAHeader() {
        for (var huge : new String[] {
            "X-Huge: " + "a".repeat(50 * MILLION) + "\n",
            "X-Huge: " + "a\n ".repeat(10 * MILLION) + "\n",
            "X: a\n".repeat(10 * MILLION)
        }) {
            var mail = read("Subject: huge\n" + huge + "From: ana@acme.example\n\nHello\n");
            assertThat(mail.subject()).isEqualTo("huge");
            assertThat(mail.body().text()).isEqualTo("Hello");
            assertThat(mail.flaws()).contains(Flaw.HEADERS_CUT);
        }
    }

    @Test
    void cutsEndlessText() {
        var mail = read("Content-Type: text/plain\n\n" + "On Mon, 3 Nov 2025 at 10:15, x\n".repeat(MILLION));
        assertThat(mail.body().text().length()).isLessThanOrEqualTo(Limits.USUAL.mostTextChars());
        assertThat(mail.flaws()).contains(Flaw.TEXT_CUT);
    }

    @Test
    void cutsNoCharacterInHalf() {
        var mail = read("Content-Type: text/plain; charset=utf-8\n\n" + "x" + "😀".repeat(MILLION));
        assertThat(mail.body().text()).doesNotContain("\uFFFD").endsWith("😀");
        assertThat(mail.flaws()).doesNotContain(Flaw.CHARSET_WRONG, Flaw.CHARSET_UNKNOWN);
    }

    @Test
    void decodesMuchBase64OnlyWhereItIsRead() {
        var mail = read(
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
                        + ("QUFB".repeat(19) + "\n").repeat(400_000)
                        + "--b\nContent-Type: application/zip\nContent-Transfer-Encoding: base64\n\n"
                        + ("QUFB".repeat(19) + "\n").repeat(200_000) + "--b--\n");
        assertThat(mail.body().text()).hasSize(Limits.USUAL.mostTextChars());
        assertThat(mail.files())
                .singleElement()
                .satisfies(file -> assertThat(file.content().size()).isEqualTo(200_000 * 57));
    }

    static Stream<Named<String>> lines() {
        var lines = new TreeMap<String, String>();
        lines.put("attributions without end", "On 3.11.2025 at 10:15 ".repeat(30_000));
        lines.put("attribution lines", "On 3.11.2025 at 10:15\n".repeat(30_000));
        lines.put("wrote:", "On a wrote:\n".repeat(40_000));
        lines.put("header blocks", "From: a\nFrom: a\nDe: a\n".repeat(20_000));
        lines.put("underscores", "_".repeat(499_000));
        lines.put("underscore lines", "____________\n\n\n\n".repeat(30_000));
        lines.put("dashes", "-----Original ".repeat(30_000));
        lines.put("dash lines", ("-".repeat(60) + " ".repeat(200) + "-".repeat(60) + "\n").repeat(1_500));
        lines.put("quotes", "> ".repeat(240_000));
        lines.put("quoted lines", "> a\n\n".repeat(100_000));
        lines.put("quoted and attributed", "> a\nOn 1.1.2025 a wrote:\n".repeat(20_000));
        lines.put("signatures", "-- \n".repeat(120_000));
        lines.put("phones", "Sent from my iPhone\n".repeat(20_000));
        lines.put("blank lines", "\n".repeat(490_000) + "a");
        lines.put("addresses", "a@".repeat(240_000));
        lines.put("dots", "1.".repeat(240_000));
        lines.put("digits", "5".repeat(480_000));
        lines.put("Message-ID", "Message-ID:\n".repeat(40_000) + "Message-ID: ".repeat(10_000));
        return lines.entrySet().stream().map(entry -> Named.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void looksAtEachLineABoundedNumberOfTimes(String text) {
        read("From: MAILER-DAEMON@h.example\nSubject: Undelivered Mail\nContent-Type: text/plain; format=flowed\n\n"
                + text);
        read("Content-Type: text/html\n\n<pre>" + text);
    }

    static Stream<Named<String>> htmls() {
        var htmls = new TreeMap<String, String>();
        for (var tag : new String[] {
            "div",
            "span",
            "b",
            "p",
            "table",
            "table><tr><td",
            "blockquote",
            "ul><li",
            "a href=x",
            "font",
            "select",
            "form",
            "svg",
            "math",
            "object",
            "template",
            "frameset",
            "svg><foreignObject",
            "button",
            "nobr",
            "pre"
        }) {
            htmls.put("nested " + tag, ("<" + tag + ">").repeat(100_000) + "deep");
        }
        htmls.put("ends of nothing", "<span>".repeat(80_000) + "</x>".repeat(100_000));
        htmls.put("ends across", "<b><i><a><p>".repeat(20_000) + "</b></i></a>".repeat(20_000));
        htmls.put("attributes", "<a " + "x=1 ".repeat(100_000) + ">");
        htmls.put(
                "different attributes",
                "<a " + IntStream.range(0, 60_000).mapToObj(i -> "x" + i + " ").collect(Collectors.joining()) + ">");
        htmls.put("open tag", "<".repeat(490_000));
        htmls.put("comments", "<!--".repeat(120_000));
        htmls.put("entities", "&".repeat(490_000));
        htmls.put("entities with letters", "&notit".repeat(80_000));
        htmls.put("doctype", "<!DOCTYPE ".repeat(40_000));
        htmls.put("images", "<img src=cid:a alt=a>".repeat(20_000));
        htmls.put("charset", "<meta charset=" + " ".repeat(400_000));
        htmls.put("charsets", "charset".repeat(60_000));
        htmls.put("table text", "<table>a".repeat(60_000));
        htmls.put("unclosed", "<title>" + "</titl".repeat(80_000));
        htmls.put("script", "<script><!--<script>".repeat(25_000));
        return htmls.entrySet().stream().map(entry -> Named.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("htmls")
    void readsHtmlHoweverDeep(String html) {
        read("Content-Type: text/html\n\n" + html);
    }

    static Stream<Named<String>> headers() {
        var headers = new TreeMap<String, String>();
        headers.put("encoded words", "Subject: " + "=?utf-8?q?".repeat(20_000));
        headers.put("begun words", "Subject: " + "=?".repeat(100_000) + "?=");
        headers.put("empty words", "Subject: " + "=?utf-8?q?a?= ".repeat(15_000));
        headers.put("comments", "From: " + "(".repeat(200_000));
        headers.put("addresses", "From: " + "a@b.example, ".repeat(15_000));
        headers.put(
                "different addresses",
                "To: "
                        + IntStream.range(0, 12_000)
                                .mapToObj(i -> "a" + i + "@b.example, ")
                                .collect(Collectors.joining()));
        headers.put("groups", "Cc: " + "a:b:".repeat(60_000));
        headers.put("routes", "From: <" + "@a,".repeat(60_000) + ":a@b>");
        headers.put("quotes", "From: \"" + "\\\"".repeat(100_000));
        headers.put("domain", "From: a@" + "a.".repeat(100_000));
        headers.put("local part", "From: " + "a.".repeat(100_000) + "@b.example");
        headers.put("references", "References: " + "<a@b> ".repeat(40_000));
        headers.put("brackets", "References: " + "<".repeat(200_000));
        headers.put("Message-ID", "Message-ID: " + "@".repeat(200_000));
        headers.put("parameters", "Content-Type: text/plain; " + "name*0=a; ".repeat(25_000));
        headers.put(
                "segments",
                "Content-Type: text/plain; "
                        + IntStream.range(0, 15_000)
                                .mapToObj(i -> "name*" + i + "=a; ")
                                .collect(Collectors.joining()));
        headers.put("date", "Date: " + "Mon, ".repeat(40_000));
        headers.put(
                "boundary",
                "Content-Type: multipart/mixed; boundary=\"" + "-".repeat(490) + "\"\n\n"
                        + ("-".repeat(300) + "\n").repeat(30_000));
        headers.put(
                "boundary of dashes",
                "Content-Type: multipart/mixed; boundary=\"-\"\n\n" + "--\n---\n".repeat(300_000));
        headers.put(
                "quoted-printable",
                "Content-Transfer-Encoding: quoted-printable\n\n" + "=".repeat(500_000) + " ".repeat(500_000));
        headers.put("base64", "Content-Transfer-Encoding: base64\n\n" + "=".repeat(2_000_000));
        return headers.entrySet().stream().map(entry -> Named.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void readsAnyHeader(String header) {
        read(header + "\n\nHello");
    }

    /** A sender may name any of the JDK's. */
    @Test
    void readsEachCharsetThatThereIs() {
        var random = new Random(8);
        var bytes = new byte[2_000];
        random.nextBytes(bytes);
        for (var charset : java.nio.charset.Charset.availableCharsets().keySet()) {
            var raw = new ByteArrayOutputStream();
            raw.writeBytes(("Content-Type: text/plain; charset=\"" + charset + "\"\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            raw.writeBytes(bytes);
            assertThat(Mails.read(raw.toByteArray()).body().text()).as(charset).isNotEmpty();
        }
    }

    private static ReadMail read(String raw) {
        var bytes = Mails.bytes(raw);
        return Mails.readInTime(bytes);
    }
}
