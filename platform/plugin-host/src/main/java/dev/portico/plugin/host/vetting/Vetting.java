package dev.portico.plugin.host.vetting;

import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** What came of looking at uploaded bytes. */
public sealed interface Vetting {
    /**
     * A jar that may be looked at further.
     *
     * @param sha256 of the bytes, in lower-case hexadecimal
     */
    record Passed(Content content, String sha256) implements Vetting {}

    /** @param problems every one that was found, though never more than {@value #MOST_PROBLEMS} */
    record Refused(List<Problem> problems) implements Vetting {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    int MOST_PROBLEMS = 200;

    /** @param upload read up to the limit and not closed */
    static Vetting of(InputStream upload, Limits limits) throws IOException {
        var bytes = upload.readNBytes((int) limits.bytes() + 1);
        if (bytes.length > limits.bytes()) {
            return new Refused(
                    List.of(Problem.of("plugin.problem.too-large", "", "limit", Limits.size(limits.bytes()))));
        }
        var problems = new ArrayList<Problem>();
        look(bytes, limits, problems);
        return problems.isEmpty()
                ? new Passed(new Content(bytes), Sha256.of(bytes))
                : new Refused(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
    }

    private static void look(byte[] bytes, Limits limits, List<Problem> problems) {
        var zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asReadOnlyBuffer();
        var directory = Directory.read(zip.order(ByteOrder.LITTLE_ENDIAN), limits, problems);
        if (directory.isPresent()) {
            var entries = directory.get().entries();
            EntryNames.check(entries, problems);
            new Layout(zip, problems).check(directory.get());
            var unpacking = new Unpacking(zip, limits, problems);
            for (var entry : entries) {
                unpacking.unpack(entry).ifPresent(content -> new EntryRules(entry.name(), content, problems).check());
            }
        }
    }
}
