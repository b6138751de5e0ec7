package dev.portico.benchmarks.load;

import java.util.Arrays;
import java.util.List;

/** How long each round took. */
public final class Latencies {
    private final long[] sorted;

    private Latencies(long[] nanos) {
        sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    static Latencies of(List<Long> nanos) {
        return new Latencies(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    public int count() {
        return sorted.length;
    }

    /** In milliseconds: the shortest that so many percent do not exceed. */
    public double percentile(double percent) {
        if (sorted.length == 0) {
            throw new IllegalStateException("Nothing was measured");
        }
        var rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }
}
