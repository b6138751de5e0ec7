package dev.portico.image;

import dev.portico.launcher.Stack;
import dev.portico.launcher.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Runs the scripts of backup and restore, and PostgreSQL's programs, as somebody without compose would. */
final class Scripts {
    private final Stack stack;
    private final Path programs;
    private final Path attachments;
    private final Path folder;

    /** @param folder for files of passwords and the like */
    Scripts(Stack stack, Path postgres, Path attachments, Path folder) {
        this.stack = stack;
        this.programs = postgres.resolve("bin");
        this.attachments = attachments;
        this.folder = Folders.create(folder);
    }

    /** What a program returned and printed. */
    record Outcome(int code, String output) {}

    Outcome backup(Path target) {
        return run("./backup.sh", target.toString());
    }

    Outcome restore(Path backup) {
        return run("./restore.sh", backup.toString());
    }

    /**
     * Has something happen between the dump of Keycloak and what follows it.
     *
     * @param sql by the superuser, in the portal's database
     */
    void afterDumps(String sql, Path deleted) {
        var script = """
                #!/bin/sh
                set -e
                "%1$s/pg_dump" "$@"
                case "$*" in
                *keycloak.dump*)
                    PGUSER=%2$s PGPASSWORD=%3$s "%1$s/psql" --quiet --dbname=portico --command="%4$s"
                    rm "%5$s" ;;
                esac
                """.formatted(
                programs, stack.superuserRole().name(), stack.superuserRole().password(), sql, deleted);
        var file = Folders.create(folder.resolve("bin")).resolve("pg_dump");
        try {
            Files.writeString(file, script);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program of PostgreSQL prints. It logs in as the role that makes backups. */
    String print(String program, String... arguments) {
        var command = new ArrayList<>(List.of(programs.resolve(program).toString()));
        command.addAll(List.of(arguments));
        var outcome = run(command.toArray(String[]::new));
        if (outcome.code() != 0) {
            throw new IllegalStateException(outcome.toString());
        }
        return outcome.output();
    }

    private Outcome run(String... command) {
        var builder = new ProcessBuilder(command)
                .directory(Path.of("").toAbsolutePath().toFile())
                .redirectErrorStream(true);
        var environment = new TreeMap<String, String>();
        environment.put("PATH", folder.resolve("bin") + ":" + programs + ":" + System.getenv("PATH"));
        environment.put("PGHOST", "127.0.0.1");
        environment.put("PGPORT", Integer.toString(stack.settings().ports().database()));
        environment.put("PORTICO_ATTACHMENTS_DIR", attachments.toString());
        environment.put(
                "PORTICO_BACKUP_PASSWORD_FILE",
                secret("backup", stack.backupRole().password()));
        environment.put(
                "PORTICO_DB_OWNER_PASSWORD_FILE",
                secret("owner", stack.ownerRole().password()));
        environment.put(
                "KEYCLOAK_DB_PASSWORD_FILE",
                secret("keycloak", stack.keycloakRole().password()));
        if (command[0].endsWith("/pg_dump")) {
            environment.put("PGUSER", stack.backupRole().name());
            environment.put("PGPASSWORD", stack.backupRole().password());
        }
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String secret(String name, String value) {
        var file = folder.resolve(name + ".password");
        Folders.writePrivate(file, value + "\n");
        return file.toString();
    }
}
