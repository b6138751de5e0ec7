package dev.portico.launcher.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server of the stack that runs in a process of its own. */
public final class ChildProcess {
    private final String name;
    private final Process process;
    private final Path pidFile;
    private final Path log;

    private ChildProcess(String name, Process process, Path pidFile, Path log) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
        this.log = log;
    }

    /** Starts the command; what it prints goes to {@code logs/NAME.log}, the log before it is kept beside it. */
    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path workingFolder, DataFolder data) {
        var log = data.logs().resolve(name + ".log");
        var builder = new ProcessBuilder(deafToCtrlC(command))
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("KC_") || variable.startsWith("JAVA_"));
        builder.environment().putAll(environment);
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            var process = builder.start();
            process.getOutputStream().close();
            var pidFile = data.processes().resolve(name + ".pid");
            Files.writeString(pidFile, process.pid() + " " + startOf(process.toHandle()));
            return new ChildProcess(name, process, pidFile, log);
        } catch (IOException e) {
            throw LaunchException.because(e, "process.not-started", name, e.getMessage());
        }
    }

    /** A terminal sends Ctrl-C to the whole group at once, but the servers have to stop one after the other. */
    private static List<String> deafToCtrlC(List<String> command) {
        if (File.separatorChar == '\\') {
            return command;
        }
        var wrapped = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        wrapped.addAll(command);
        return wrapped;
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static void endLeftOvers(Path pidFiles) {
        try (var files = Files.newDirectoryStream(pidFiles, "*.pid")) {
            for (var file : files) {
                var running = leftOver(Files.readString(file));
                if (running.isPresent()) {
                    end(running.get(), Duration.ofSeconds(15));
                }
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The start time tells our process from another one that was given its number since. */
    private static Optional<ProcessHandle> leftOver(String pidAndStart) {
        var words = pidAndStart.strip().split(" ", 2);
        if (words.length < 2 || !words[0].chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(handle -> startOf(handle).equals(words[1]));
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("");
    }

    /** True when it ended by itself. */
    private static boolean end(ProcessHandle handle, Duration grace) {
        handle.destroy();
        try {
            handle.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException tooSlow) {
            handle.destroyForcibly();
            handle.onExit().join();
        } catch (InterruptedException e) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return false;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    /** Asks the process to end and kills it when it has not done so in time; true when it did. */
    public boolean stop(Duration grace) {
        var alive = process.isAlive();
        var byItself = end(process.toHandle(), grace);
        forget();
        return alive && byItself;
    }

    /** SIGKILL: nothing of it gets to run any more. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
        forget();
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that the process is gone, with the last lines that it wrote. */
    public LaunchException death() {
        return LaunchException.of("process.died", name, process.exitValue(), log, lastLines(15));
    }

    public String lastLines(int count) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
