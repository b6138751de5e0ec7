package dev.portico.plugin.testkit;

import dev.portico.plugin.host.ManifestReader;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.admission.Admission;
import dev.portico.plugin.host.admission.Admissions;
import dev.portico.plugin.host.signature.PublisherKey;
import dev.portico.plugin.host.signature.TrustPolicy;
import dev.portico.plugin.host.vetting.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** A plugin's jar as it is handed out, examined as a portal examines an upload. */
public final class SignedPlugin {
    private SignedPlugin() {}

    /**
     * @param certificate of the only publisher that the portal trusts, as {@code keytool -exportcert} writes it
     * @throws AssertionError that lists why the portal would refuse the jar
     */
    public static Admission.Candidate admitted(Path jar, Path certificate) {
        try (var upload = Files.newInputStream(jar)) {
            var key = key(certificate);
            var quarantine = Files.createTempDirectory("quarantine");
            var admission = new Admissions(new ManifestReader(), Limits.STANDARD, quarantine)
                    .examine(upload, new TrustPolicy(Map.of(key.sha256(), key.subject()), false));
            Files.delete(quarantine);
            if (admission instanceof Admission.Refused refused) {
                throw new AssertionError("No portal takes this jar:\n"
                        + refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
            }
            return (Admission.Candidate) admission;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PublisherKey key(Path certificate) throws IOException {
        try (var bytes = Files.newInputStream(certificate)) {
            return PublisherKey.read(bytes)
                    .orElseThrow(() -> new AssertionError(certificate + " is no X.509 certificate"));
        }
    }
}
