package dev.portico.portal.issue.boundary;

import dev.portico.plugin.issue.KnownIssue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the plugins of one tenant said last, by plugin. */
final class Board {
    private final Duration fresh;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Said said;
    private volatile boolean aged;

    private record Said(Map<String, List<KnownIssue>> issues, long at) {}

    Board(Duration fresh) {
        this.fresh = fresh;
    }

    /** To be asked anew at the next opportunity. */
    void age() {
        aged = true;
    }

    /** @param ask gets what was said before; only the first caller has to wait for another's question */
    Map<String, List<KnownIssue>> read(UnaryOperator<Map<String, List<KnownIssue>>> ask) {
        var known = said;
        if (known == null) {
            asking.lock();
        } else if (isFresh(known) || !asking.tryLock()) {
            return known.issues();
        }
        try {
            return anew(ask);
        } finally {
            asking.unlock();
        }
    }

    private Map<String, List<KnownIssue>> anew(UnaryOperator<Map<String, List<KnownIssue>>> ask) {
        var known = said;
        if (known != null && isFresh(known)) {
            return known.issues();
        }
        aged = false;
        var issues = ask.apply(known == null ? Map.of() : known.issues());
        said = new Said(issues, System.nanoTime());
        return issues;
    }

    private boolean isFresh(Said known) {
        return !aged && System.nanoTime() - known.at() < fresh.toNanos();
    }
}
