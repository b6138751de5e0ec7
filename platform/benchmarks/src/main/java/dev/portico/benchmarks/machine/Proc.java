package dev.portico.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Linux' {@code /proc}: what its kernel counts of processes. */
public final class Proc {
    /** USER_HZ, the unit of all times there: 100 a second on every machine that runs a JVM. */
    private static final long TICK_MILLIS = 10;

    private final Path root;

    Proc(Path root) {
        this.root = root;
    }

    public static Proc ofThisMachine() {
        var proc = new Proc(Path.of("/proc"));
        if (!Files.isReadable(proc.root.resolve("stat"))) {
            throw new IllegalStateException("The benchmark measures by /proc, so it needs Linux.");
        }
        return proc;
    }

    /** A process as {@code /proc/PID/stat} has it. {@code ended} are the times of children that ended. */
    record Stat(long pid, String name, long parent, long ticks, long ended) {
        /** The name in brackets may hold anything, brackets and blanks too. */
        static Stat parse(String line) {
            var open = line.indexOf('(');
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return new Stat(
                    Long.parseLong(line.substring(0, open).strip()),
                    line.substring(open + 1, line.lastIndexOf(')')),
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                    Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
        }

        /** The kernel keeps 15 characters of a thread's name: "C2 CompilerThre". */
        boolean compiles() {
            return name.contains("CompilerThre");
        }
    }

    /** Processor time of a process alone. */
    Duration ownTime(long pid) {
        return time(read(root.resolve(Long.toString(pid)).resolve("stat"))
                .map(Stat::parse)
                .orElseThrow()
                .ticks());
    }

    /** Processor time of a process and of all its descendants, those that ended included. */
    public Duration treeTime(long pid) {
        return time(tree(pid).stream()
                .mapToLong(process -> process.ticks() + process.ended())
                .sum());
    }

    /** Of a process's processor time, what its JVM's compilers used; nothing of compiler threads that ended. */
    Duration compilerTime(long pid) {
        var threads = processes(root.resolve(Long.toString(pid)).resolve("task"));
        return time(
                threads.stream().filter(Stat::compiles).mapToLong(Stat::ticks).sum());
    }

    /** Processor time that the machine spent on anything, by all processors together. */
    public Duration busyTime() {
        var total = read(root.resolve("stat")).orElseThrow().lines().findFirst().orElseThrow();
        return time(busyTicks(total));
    }

    /** User, nice, system, interrupts; neither idling nor waiting, nor what the host gave to others. */
    static long busyTicks(String line) {
        var fields = line.strip().split("\\s+");
        return Long.parseLong(fields[1])
                + Long.parseLong(fields[2])
                + Long.parseLong(fields[3])
                + Long.parseLong(fields[6])
                + Long.parseLong(fields[7]);
    }

    /** Proportional set size of a process and its descendants, in bytes: shared pages are divided among their users. */
    public long memory(long pid) {
        return tree(pid).stream()
                .map(process -> root.resolve(Long.toString(process.pid())).resolve("smaps_rollup"))
                .flatMap(file -> read(file).stream())
                .mapToLong(Proc::pss)
                .sum();
    }

    static long pss(String rollup) {
        return rollup.lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private List<Stat> tree(long pid) {
        var all = processes(root);
        var tree = new ArrayList<Stat>();
        all.stream().filter(process -> process.pid() == pid).forEach(tree::add);
        for (var i = 0; i < tree.size(); i++) {
            var parent = tree.get(i).pid();
            all.stream().filter(process -> process.parent() == parent).forEach(tree::add);
        }
        return tree;
    }

    private static List<Stat> processes(Path parent) {
        try (var folders = Files.newDirectoryStream(
                parent, folder -> folder.getFileName().toString().matches("\\d+"))) {
            var all = new ArrayList<Stat>();
            folders.forEach(
                    folder -> read(folder.resolve("stat")).map(Stat::parse).ifPresent(all::add));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing of a process that has just ended. */
    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No such process")) {
                return Optional.empty();
            }
            throw new UncheckedIOException(e);
        }
    }

    private static Duration time(long ticks) {
        return Duration.ofMillis(TICK_MILLIS * ticks);
    }
}
