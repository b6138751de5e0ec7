package dev.portico.plugin.host.signature;

import dev.portico.plugin.host.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose plugins run here.
 *
 * @param publishers names of publishers by the {@linkplain PublisherKey#sha256 digest} of their keys; several keys
 *     may have the same name, so that a publisher can change keys
 * @param development whether a jar that nobody known signed may run too; a broken signature never
 */
public record TrustPolicy(Map<String, String> publishers, boolean development) {
    public TrustPolicy {
        publishers = Map.copyOf(publishers);
    }

    public Trust judge(Signature signature) {
        if (signature instanceof Signature.Invalid invalid) {
            return new Trust.Refused(invalid.problems());
        }
        if (signature instanceof Signature.Signed signed) {
            var signer = signed.signer();
            return Optional.ofNullable(publishers.get(signer.key().sha256()))
                    .<Trust>map(publisher -> new Trust.Published(publisher, signer))
                    .orElseGet(() -> unverified(Optional.of(signer)));
        }
        return unverified(Optional.empty());
    }

    private Trust unverified(Optional<Signer> signer) {
        return development
                ? new Trust.Unverified(signer)
                : new Trust.Refused(List.of(
                        signer.map(TrustPolicy::unknown).orElseGet(() -> Problem.of("plugin.problem.unsigned", ""))));
    }

    private static Problem unknown(Signer signer) {
        return new Problem(
                "plugin.problem.unknown-signer",
                "",
                Map.of("subject", signer.key().subject(), "key", signer.key().sha256()));
    }
}
