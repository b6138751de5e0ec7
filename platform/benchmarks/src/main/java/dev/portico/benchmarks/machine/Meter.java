package dev.portico.benchmarks.machine;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what the stack's processes have used. */
public final class Meter {
    private final Proc proc;
    private final Supplier<Map<String, Long>> processes;

    /** @param processes ids by name, among them {@code portal} and {@code postgres}; asked at every reading */
    public Meter(Proc proc, Supplier<Map<String, Long>> processes) {
        this.proc = proc;
        this.processes = processes;
    }

    public Usage read() {
        var ids = processes.get();
        return new Usage(
                Duration.ofNanos(System.nanoTime()),
                proc.treeTime(id(ids, "portal")),
                proc.compilerTime(id(ids, "portal")),
                proc.treeTime(id(ids, "postgres")),
                proc.ownTime(ProcessHandle.current().pid()),
                proc.busyTime());
    }

    private static long id(Map<String, Long> ids, String name) {
        var id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("No process " + name + " among " + ids);
        }
        return id;
    }
}
