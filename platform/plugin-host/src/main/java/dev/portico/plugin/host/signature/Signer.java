package dev.portico.plugin.host.signature;

import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose key a jar was signed with.
 *
 * @param signedAt if an authority stamped the time
 */
public record Signer(PublisherKey key, Optional<Instant> signedAt) {
    static Signer of(CodeSigner signer) {
        var certificate =
                (X509Certificate) signer.getSignerCertPath().getCertificates().get(0);
        return new Signer(
                PublisherKey.of(certificate),
                Optional.ofNullable(signer.getTimestamp())
                        .map(stamp -> stamp.getTimestamp().toInstant()));
    }
}
