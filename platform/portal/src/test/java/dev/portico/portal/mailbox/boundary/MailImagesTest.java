package dev.portico.portal.mailbox.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.mail.Limits;
import dev.portico.mail.MailReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailImagesTest {
    /** A mail of some kilobytes names the same image as often as its text has room for. */
    @Test
    void anImageCostsEachTimeThatItIsShown() {
        var images =
                new MailImages(new MailReader(Limits.USUAL).read(mail(100_000)).files());
        var shown = IntStream.range(0, 10_000)
                .mapToLong(time -> images.address("a").map(String::length).orElse(0))
                .sum();
        assertThat(shown).isBetween(1_000_000L, 4L * 1024 * 1024);
    }

    private static byte[] mail(int bytes) {
        var image = new byte[bytes];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, image, 0, 8);
        return String.join(
                        "\r\n",
                        "Content-Type: multipart/related; boundary=b",
                        "",
                        "--b",
                        "Content-Type: text/html",
                        "",
                        "<img src=\"cid:a\">",
                        "--b",
                        "Content-Type: image/png",
                        "Content-ID: <a>",
                        "Content-Transfer-Encoding: base64",
                        "",
                        Base64.getMimeEncoder().encodeToString(image),
                        "--b--",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
