package dev.portico.launcher.postgres;

import dev.portico.launcher.postgres.Roles.Role;
import dev.portico.launcher.process.DataFolder;
import dev.portico.launcher.process.Folders;
import dev.portico.launcher.process.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL cluster in the data folder, listening on loopback. */
public final class PostgresServer implements AutoCloseable {
    private final PostgresBinaries binaries;
    private final PostgresCommand command;
    private final Path cluster;
    private final Path log;
    private final int port;
    private final Roles roles;

    public PostgresServer(Path cache, DataFolder data, int port) {
        this(cache, Optional.empty(), data, port);
    }

    /** @param installed the folder of an installed PostgreSQL that is to run instead of the embedded one */
    public PostgresServer(Path cache, Optional<Path> installed, DataFolder data, int port) {
        this.binaries = PostgresBinaries.of(cache, installed);
        this.command = new PostgresCommand(binaries);
        this.cluster = data.at("postgres");
        this.log = data.logs().resolve("postgres.log");
        this.port = port;
        this.roles = Roles.of(data.secrets());
    }

    /** Ends a server that a killed launcher left running, so that its port is free again. */
    public static void endLeftOver(Path cache, Optional<Path> installed, DataFolder data) {
        if (Files.exists(data.at("postgres").resolve("postmaster.pid"))) {
            new PostgresServer(cache, installed, data, 0).endLeftOver();
        }
    }

    /** Returns when the server takes connections and its roles and databases are there. */
    public void start() {
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialize();
        }
        configure();
        endLeftOver();
        command.run("pg_ctl", "-D", cluster.toString(), "-l", log.toString(), "-w", "-t", "60", "start");
        try {
            new DatabaseSetup(this).run();
        } catch (SQLException e) {
            close();
            throw LaunchException.because(e, "postgres.command", "SQL", e.getSQLState(), e.getMessage());
        }
    }

    private void initialize() {
        var password = cluster.resolveSibling("initdb.password");
        var draft = cluster.resolveSibling("postgres.new");
        Folders.delete(draft);
        Folders.writePrivate(password, roles.superuser().password());
        try {
            command.run(
                    "initdb",
                    "--pgdata=" + draft,
                    "--username=" + roles.superuser().name(),
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--lc-ctype=" + characterTypes(System.getProperty("os.name")),
                    "--locale-provider=icu",
                    "--icu-locale=und");
            Files.move(draft, cluster);
            Files.delete(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Trigrams ask the C library what a letter is, ICU or not; its plain C locale knows none beyond ASCII. */
    static String characterTypes(String system) {
        return system.startsWith("Linux") ? "C.UTF-8" : system.startsWith("Mac") ? "en_US.UTF-8" : "C";
    }

    /** Written at every start: the port may differ and settings of an older launcher must not linger. */
    private void configure() {
        var settings = """
                listen_addresses = '127.0.0.1'
                port = PORT
                unix_socket_directories = ''
                max_connections = 100
                shared_buffers = 64MB
                maintenance_work_mem = 64MB
                work_mem = 8MB
                effective_cache_size = 512MB
                jit = off
                autovacuum = on
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                shared_preload_libraries = 'LIBRARIES'
                """.replace("PORT", Integer.toString(port))
                .replace("LIBRARIES", countsStatements() ? "pg_stat_statements" : "");
        try {
            Files.writeString(cluster.resolve("portico.conf"), settings);
            var main = cluster.resolve("postgresql.conf");
            var include = "include = 'portico.conf'";
            var content = Files.readString(main);
            if (!content.contains(include)) {
                Files.writeString(main, content + include + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endLeftOver() {
        var pidFile = cluster.resolve("postmaster.pid");
        try {
            var pid =
                    Files.exists(pidFile) ? Files.readAllLines(pidFile).stream().findFirst() : Optional.<String>empty();
            var process = pid.map(String::strip)
                    .filter(text -> text.matches("\\d+"))
                    .flatMap(text -> ProcessHandle.of(Long.parseLong(text)));
            if (process.isEmpty()) {
                // PostgreSQL itself gets over the file of a process that is gone.
                return;
            }
            if (isPostgres(process.get())) {
                stop();
            } else {
                // Its number was given to some other program since, which PostgreSQL would take for itself.
                Files.delete(pidFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(program -> Path.of(program).getFileName().toString().startsWith("postgres"))
                .orElse(true);
    }

    boolean countsStatements() {
        return binaries.hasLibrary("pg_stat_statements");
    }

    public Roles roles() {
        return roles;
    }

    public int port() {
        return port;
    }

    /** Process id of the postmaster. */
    public long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String portalUrl() {
        return url(DatabaseSetup.PORTAL_DATABASE);
    }

    public String keycloakUrl() {
        return url(DatabaseSetup.KEYCLOAK_DATABASE);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Connection connect(String database, Role role) throws SQLException {
        // Not the DriverManager, which overlooks drivers when Maven runs the launcher in its own process.
        var source = new PGSimpleDataSource();
        source.setUrl(url(database));
        return source.getConnection(role.name(), role.password());
    }

    @Override
    public void close() {
        stop();
    }

    private void stop() {
        if (command.attempt("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "30", "stop")
                        .code()
                != 0) {
            kill();
        }
    }

    /** Ends the server without a shutdown checkpoint; the next start recovers from the log. */
    public void kill() {
        command.attempt("pg_ctl", "-D", cluster.toString(), "-m", "immediate", "-w", "-t", "30", "stop");
    }
}
