package dev.portico.portal.publisher.control;

import dev.portico.plugin.host.signature.PublisherKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A certificate as text (PEM), which is how it is pasted, and shown again after a mistake. */
public final class CertificateText {
    /** Far more than any; what is longer is something else. */
    public static final int MOST_BYTES = 65_536;

    private static final byte DER_SEQUENCE = 0x30;
    private static final int LINE = 64;

    private CertificateText() {}

    /** @param file as {@code keytool -exportcert} writes it, with or without {@code -rfc} */
    public static String of(byte[] file) {
        if (file.length == 0 || file[0] != DER_SEQUENCE) {
            return new String(file, StandardCharsets.UTF_8);
        }
        var base64 = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN CERTIFICATE-----\n" + base64.encodeToString(file) + "\n-----END CERTIFICATE-----\n";
    }

    public static Optional<PublisherKey> read(String text) {
        return PublisherKey.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether somebody gives away what nobody else may have. */
    public static boolean isPrivateKey(String text) {
        return text.contains("PRIVATE KEY-----");
    }
}
