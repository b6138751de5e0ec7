package dev.portico.plugin.host.signature;

import dev.portico.plugin.host.Sha256;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that jars are signed with, as its certificate tells. Only the key is proof; the rest is what its owner says, for
 * people to read.
 *
 * @param sha256 of the public key in its X.509 form, in lower-case hexadecimal: what is pinned, and stays the same when
 *     the certificate is renewed
 * @param subject the certificate's name, {@code CN=Example Ltd} for example
 * @param validUntil when the certificate ends. Nothing ends with it here: a pinned key counts until it is removed, or
 *     plugins would stop at midnight.
 */
public record PublisherKey(String sha256, String subject, Instant validUntil) {
    /** @param certificate as {@code keytool -exportcert} writes it, with or without {@code -rfc}; empty if it is none */
    public static Optional<PublisherKey> read(InputStream certificate) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificate(certificate)
                            instanceof X509Certificate found
                    ? Optional.of(of(found))
                    : Optional.empty();
        } catch (CertificateException none) {
            return Optional.empty();
        }
    }

    static PublisherKey of(X509Certificate certificate) {
        return new PublisherKey(
                Sha256.of(certificate.getPublicKey().getEncoded()),
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotAfter().toInstant());
    }
}
