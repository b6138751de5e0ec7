package dev.portico.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.Ports;
import dev.portico.launcher.process.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL's image runs at its first start, in a new cluster. */
class DatabaseScriptIT {
    private static final Map<String, String> PASSWORDS =
            Map.of("portico_owner", "it's", "portico", "b\\s", "portico_backup", "plain", "keycloak", "a b");

    @TempDir
    Path folder;

    private final int port = Ports.free().database();
    private Path programs;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        var home = DebianPostgres.home();
        Assumptions.assumeTrue(home.isPresent(), "No PostgreSQL is installed.");
        programs = home.orElseThrow().resolve("bin");
        succeeds(server("initdb", "--username=postgres", "--auth=scram-sha-256", "--pwfile=" + password("postgres")));
        succeeds(server(
                "pg_ctl",
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c unix_socket_directories=''",
                "start"));
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        run(server("pg_ctl", "-w", "-m", "immediate", "stop"));
    }

    @Test
    void each_role_logs_in_with_its_password_and_is_no_more_than_it_should_be()
            throws IOException, InterruptedException {
        var script = new ArrayList<>(List.of("./database.sh"));
        succeeds(script);
        for (var role : List.of("portico_owner", "portico", "portico_backup")) {
            assertThat(ask(role, "portico", "select current_user")).isEqualTo(role);
        }
        assertThat(ask("keycloak", "keycloak", "select current_user")).isEqualTo("keycloak");
        assertThat(run(psql("portico", "keycloak", "select 1")).code()).isNotZero();
        assertThat(
                        ask(
                                "portico_owner",
                                "portico",
                                "select string_agg(extname, ' ' order by extname) from pg_extension where extname <> 'plpgsql'"))
                .isEqualTo("btree_gin pg_trgm unaccent");
        assertThat(
                        ask(
                                "portico_owner",
                                "portico",
                                "select bool_and(proleakproof) from pg_proc where oid in ('textlike(text, text)'::regprocedure, 'lower(text)'::regprocedure)"))
                .isEqualTo("t");
        assertThat(ask(
                        "portico_owner",
                        "portico",
                        "select string_agg(rolname, ' ' order by rolname) from pg_roles where rolname !~ '^pg_'"
                                + " and (rolbypassrls or rolsuper or rolcreatedb or rolcreaterole)"))
                .isEqualTo("portico_backup postgres");
    }

    private String ask(String role, String database, String query) throws IOException, InterruptedException {
        var outcome = run(psql(role, database, query));
        assertThat(outcome.code()).as(outcome.output()).isZero();
        return outcome.output().strip();
    }

    private List<String> psql(String role, String database, String query) {
        return List.of(
                "env", "PGPASSWORD=" + PASSWORDS.get(role), "psql", "-XAt", "-U", role, "-d", database, "-c", query);
    }

    private List<String> server(String program, String... arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                programs.resolve(program).toString(),
                "-D",
                folder.resolve("cluster").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Path password(String role) {
        var file = folder.resolve(role);
        Folders.writePrivate(file, PASSWORDS.getOrDefault(role, "root") + "\n");
        return file;
    }

    private void succeeds(List<String> command) throws IOException, InterruptedException {
        var outcome = run(command);
        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    private Scripts.Outcome run(List<String> command) throws IOException, InterruptedException {
        PASSWORDS.keySet().forEach(this::password);
        var output = folder.resolve("output").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().put("PGHOST", "127.0.0.1");
        builder.environment().put("PGPORT", Integer.toString(port));
        builder.environment().putIfAbsent("PGPASSWORD", "root");
        builder.environment().put("PORTICO_SECRETS", folder.toString());
        builder.environment()
                .put(
                        "PORTICO_SQL",
                        Path.of(
                                        "..",
                                        "platform",
                                        "launcher",
                                        "src",
                                        "main",
                                        "resources",
                                        "dev",
                                        "portico",
                                        "launcher",
                                        "postgres")
                                .toString());
        var code = builder.start().waitFor();
        return new Scripts.Outcome(
                code, new String(java.nio.file.Files.readAllBytes(output.toPath()), StandardCharsets.UTF_8));
    }
}
