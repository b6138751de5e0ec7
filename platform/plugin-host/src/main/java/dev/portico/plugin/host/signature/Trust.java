package dev.portico.plugin.host.signature;

import dev.portico.plugin.host.Problem;
import java.util.List;
import java.util.Optional;

/** Whether a jar may run here, for whose word it has. */
public sealed interface Trust {
    /** @param publisher the name under which the administrator pinned the key */
    record Published(String publisher, Signer signer) implements Trust {}

    /**
     * Nobody known vouches for it, and it may run all the same, because somebody develops plugins here.
     *
     * @param signer one that nobody pinned
     */
    record Unverified(Optional<Signer> signer) implements Trust {}

    /** It is part of what the portal was shipped with, and needs no other word. */
    record Bundled() implements Trust {}

    record Refused(List<Problem> problems) implements Trust {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** A broken signature is refused even here: the JVM would not load such classes. */
    static Trust ofBundled(Signature signature) {
        return signature instanceof Signature.Invalid invalid ? new Refused(invalid.problems()) : new Bundled();
    }
}
