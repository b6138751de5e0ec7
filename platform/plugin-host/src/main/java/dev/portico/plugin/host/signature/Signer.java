package dev.portico.plugin.host.signature;

import dev.portico.plugin.host.Sha256;
import java.security.CodeSigner;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose key a jar was signed with, as the certificate in the jar says. Only the key is proof; the rest is what the
 * signer says of itself, for people to read.
 *
 * @param keySha256 of the public key in its X.509 form, in lower-case hexadecimal: what is pinned
 * @param subject the certificate's name, {@code CN=Example Ltd} for example
 * @param validUntil when the certificate ends. Nothing ends with it here: a pinned key counts until it is removed, or
 *     plugins would stop at midnight.
 * @param signedAt if an authority stamped the time
 */
public record Signer(String keySha256, String subject, Instant validUntil, Optional<Instant> signedAt) {
    static Signer of(CodeSigner signer) {
        var certificate =
                (X509Certificate) signer.getSignerCertPath().getCertificates().get(0);
        return new Signer(
                fingerprint(certificate.getPublicKey()),
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotAfter().toInstant(),
                Optional.ofNullable(signer.getTimestamp())
                        .map(stamp -> stamp.getTimestamp().toInstant()));
    }

    /** What an administrator pins, from the certificate that a publisher gave out. */
    public static String fingerprint(PublicKey key) {
        return Sha256.of(key.getEncoded());
    }
}
