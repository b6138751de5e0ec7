package dev.portico.launcher.postgres;

import dev.portico.launcher.process.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs one of PostgreSQL's programs to its end. */
final class PostgresCommand {
    private static final int ROOT = 0;

    private final PostgresBinaries binaries;
    private final List<String> prefix;

    PostgresCommand(PostgresBinaries binaries) {
        this.binaries = binaries;
        this.prefix = isRoot() ? List.of("unshare", "-U") : List.of();
        if (!prefix.isEmpty() && runPlain(List.of("unshare", "-U", "true")).code() != 0) {
            throw LaunchException.of("postgres.root");
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace of its own takes root's number away from it. */
    private static boolean isRoot() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return false;
        }
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(ROOT);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    void run(String program, String... arguments) {
        var outcome = attempt(program, arguments);
        if (outcome.code() != 0) {
            throw LaunchException.of("postgres.command", program, outcome.code(), outcome.output());
        }
    }

    Outcome attempt(String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        return runPlain(command);
    }

    private static Outcome runPlain(List<String> command) {
        try {
            // A file and not a pipe: the postmaster inherits it and would keep a pipe open for ever.
            var output = Files.createTempFile("portico-postgres", ".out");
            try {
                var builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().put("LC_ALL", "C");
                var process = builder.start();
                process.getOutputStream().close();
                var code = process.waitFor();
                return new Outcome(code, new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip());
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LaunchException.of("start.interrupted");
        }
    }

    /** What a program returned and printed. */
    record Outcome(int code, String output) {}
}
