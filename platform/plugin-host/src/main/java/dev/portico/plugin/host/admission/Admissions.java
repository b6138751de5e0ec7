package dev.portico.plugin.host.admission;

import dev.portico.plugin.host.ManifestReader;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.Reading;
import dev.portico.plugin.host.scan.CodeScan;
import dev.portico.plugin.host.signature.Signature;
import dev.portico.plugin.host.signature.Trust;
import dev.portico.plugin.host.signature.TrustPolicy;
import dev.portico.plugin.host.vetting.Limits;
import dev.portico.plugin.host.vetting.Vetting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Function;

/**
 * Examines uploads. Each takes a multiple of its size in memory: let one be examined at a time.
 *
 * @param quarantine where a jar that was vetted lies while it is examined further; it is gone afterwards
 */
public record Admissions(ManifestReader reader, Limits limits, Path quarantine) {
    /** @throws IOException if the upload breaks off, or there is no room to examine it */
    public Admission examine(InputStream upload, TrustPolicy policy) throws IOException {
        return examine(upload, policy::judge);
    }

    /** As {@link #examine}, for a jar that the portal was shipped with, which needs no signature. */
    public Admission examineBundled(InputStream jar) throws IOException {
        return examine(jar, Trust::ofBundled);
    }

    private Admission examine(InputStream upload, Function<Signature, Trust> judge) throws IOException {
        var vetting = Vetting.of(upload, limits);
        if (vetting instanceof Vetting.Refused refused) {
            return new Admission.Refused(refused.problems());
        }
        var passed = (Vetting.Passed) vetting;
        var jar = Files.createTempFile(quarantine, "plugin-", ".jar");
        try {
            try (var out = Files.newOutputStream(jar)) {
                passed.content().open().transferTo(out);
            }
            return examine(passed, jar, judge);
        } finally {
            Files.deleteIfExists(jar);
        }
    }

    private Admission examine(Vetting.Passed passed, Path jar, Function<Signature, Trust> judge) throws IOException {
        var problems = new ArrayList<Problem>();
        var trust = judge.apply(Signature.of(jar));
        if (trust instanceof Trust.Refused refused) {
            problems.addAll(refused.problems());
        }
        var reading = reader.read(jar);
        if (reading instanceof Reading.Invalid invalid) {
            problems.addAll(invalid.found());
        }
        if (!problems.isEmpty()) {
            return new Admission.Refused(problems);
        }
        var content = ((Reading.Valid) reading).content();
        return new Admission.Candidate(
                passed.content(),
                passed.sha256(),
                content.manifest(),
                content.messages(),
                content.migrations(),
                trust,
                CodeScan.of(jar));
    }
}
