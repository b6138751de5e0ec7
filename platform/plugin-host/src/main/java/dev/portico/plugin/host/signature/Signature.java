package dev.portico.plugin.host.signature;

import dev.portico.plugin.host.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the signature of a jar is worth, whoever the signer may be: that is for {@link TrustPolicy}. */
public sealed interface Signature {
    /** There is none. */
    record Unsigned() implements Signature {}

    /** One signer signed every file, and no file was changed, added or taken away since. */
    record Signed(Signer signer) implements Signature {}

    /** There is one that does not hold for the whole jar: partly signed, tampered with, by several signers. */
    record Invalid(List<Problem> problems) implements Signature {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads all of the jar.
     *
     * @param jar one that was vetted, so that there is one way only to read it
     */
    static Signature of(Path jar) throws IOException {
        return new SignatureReader().read(jar);
    }
}
