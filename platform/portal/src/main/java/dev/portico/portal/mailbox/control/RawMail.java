package dev.portico.portal.mailbox.control;

import dev.portico.mail.Limits;
import dev.portico.mail.MailReader;
import dev.portico.portal.mailbox.entity.KeptMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Knows a mail again. Relays may add to a header, so its Message-ID and its body tell, not every byte. */
final class RawMail {
    /** An entry of an index has room for it, whatever its characters. */
    private static final int LONGEST_ID = 500;

    private static final MailReader READER = new MailReader(Limits.USUAL);

    private RawMail() {}

    /** @param size at the server, which may be more than there is */
    static KeptMail keep(byte[] raw, long size) {
        var rest = new ByteArrayInputStream(raw);
        var id = messageId(rest);
        var header = READER.read(Arrays.copyOf(raw, raw.length - rest.available()));
        var hashed = id.isEmpty() ? raw : rest.readAllBytes();
        return new KeptMail(
                id,
                HexFormat.of().formatHex(sha256().digest(hashed)),
                header.from()
                        .map(from -> from.address().toLowerCase(Locale.ROOT))
                        .orElse(""),
                header.subject(),
                raw,
                size);
    }

    private static String messageId(ByteArrayInputStream raw) {
        try {
            var ids = new InternetHeaders(raw).getHeader("Message-ID");
            return ids == null ? "" : clean(ids[0]);
        } catch (MessagingException e) {
            throw new IllegalStateException("An array can be read", e);
        }
    }

    private static String clean(String id) {
        var visible = new String(id.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", "");
        return visible.substring(0, Math.min(visible.length(), LONGEST_ID));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
