package dev.portico.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcTest {
    @TempDir
    Path root;

    @Test
    void a_process_may_be_called_anything() {
        var stat = Proc.Stat.parse("42 (a) b (c) S 7 42 42 0 -1 4194560 9 8 7 6 100 20 30 4 20 0 1 0 5");
        assertThat(stat).isEqualTo(new Proc.Stat(42, "a) b (c", 7, 120, 34));
    }

    @Test
    void a_tree_has_used_what_all_its_processes_used_and_those_that_ended() throws IOException {
        process(10, 1, "100 20 3 4");
        process(11, 10, "7 0 0 0");
        process(12, 11, "0 5 1 0");
        process(13, 1, "1000 1000 1000 1000");
        var proc = new Proc(root);
        assertThat(proc.treeTime(10)).isEqualTo(Duration.ofMillis(10 * (127 + 7 + 6)));
        assertThat(proc.ownTime(10)).isEqualTo(Duration.ofMillis(1200));
    }

    @Test
    void compilers_are_threads_of_the_process() throws IOException {
        process(10, 1, "900 90 0 0");
        var threads = Files.createDirectory(root.resolve("10/task"));
        thread(threads, 10, "java", "700 0");
        thread(threads, 14, "C2 CompilerThre", "100 20");
        thread(threads, 15, "C1 CompilerThre", "3 0");
        assertThat(new Proc(root).compilerTime(10)).isEqualTo(Duration.ofMillis(1230));
    }

    @Test
    void a_machine_that_idles_or_waits_is_not_busy() {
        assertThat(Proc.busyTicks("cpu  1 20 300 4000 50000 600000 7000000 80000000 0 0"))
                .isEqualTo(7_600_321);
    }

    @Test
    void a_trees_memory_is_the_sum_of_the_shares() throws IOException {
        process(10, 1, "0 0 0 0");
        process(11, 10, "0 0 0 0");
        var rollup = "00400000-7fff ---p 00000000 00:00 0 [rollup]\nRss: 900 kB\nPss:     %d kB\nPss_Anon: 5 kB\n";
        Files.writeString(root.resolve("10/smaps_rollup"), rollup.formatted(300));
        Files.writeString(root.resolve("11/smaps_rollup"), rollup.formatted(2));
        assertThat(new Proc(root).memory(10)).isEqualTo(302 * 1024);
    }

    @Test
    void this_process_has_used_the_processor() {
        var proc = Proc.ofThisMachine();
        var pid = ProcessHandle.current().pid();
        assertThat(proc.ownTime(pid)).isPositive().isLessThanOrEqualTo(proc.busyTime());
        assertThat(proc.memory(pid)).isPositive();
    }

    private void process(long pid, long parent, String times) throws IOException {
        stat(Files.createDirectory(root.resolve(Long.toString(pid))), pid + " (postgres: x) S " + parent, times);
    }

    private static void thread(Path threads, long id, String name, String times) throws IOException {
        stat(Files.createDirectory(threads.resolve(Long.toString(id))), id + " (" + name + ") S 1", times + " 0 0");
    }

    private static void stat(Path folder, String begin, String times) throws IOException {
        Files.writeString(folder.resolve("stat"), begin + " 1 1 0 -1 4194560 9 8 7 6 " + times + " 20 0 1 0 5");
    }
}
