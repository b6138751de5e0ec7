package dev.portico.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.launcher.Ports;
import dev.portico.launcher.process.DataFolder;
import dev.portico.launcher.process.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    private static final Path CACHE = Path.of("target", "cache").toAbsolutePath();

    @TempDir
    Path folder;

    private DataFolder data;
    private PostgresServer server;

    @BeforeEach
    void start() {
        data = DataFolder.open(folder);
        startServer();
    }

    private void startServer() {
        server = new PostgresServer(CACHE, data, Ports.free().database());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        data.close();
    }

    @Test
    void dataSurvivesAStopAndAKill() throws Exception {
        try (var connection = asOwner()) {
            execute(connection, "create table kept (word text)");
            execute(connection, "insert into kept values ('stopped')");
        }
        server.close();
        startServer();
        try (var connection = asOwner()) {
            execute(connection, "insert into kept values ('killed')");
        }

        var postmaster = ProcessHandle.of(server.pid()).orElseThrow();
        postmaster.destroyForcibly();
        assertThat(Waiting.until(() -> !postmaster.isAlive(), Duration.ofSeconds(10)))
                .isTrue();
        assertThat(folder.resolve("postgres").resolve("postmaster.pid")).exists();
        startServer();

        assertThat(words("select string_agg(word, ' ' order by word) from kept"))
                .isEqualTo("killed stopped");
    }

    @Test
    void aPidFileWithTheNumberOfAStrangerDoesNotHinderTheStart() throws Exception {
        var pidFile = folder.resolve("postgres").resolve("postmaster.pid");
        server.close();
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder.resolve("postgres") + "\n");

        startServer();

        assertThat(words("select 'up'")).isEqualTo("up");
    }

    @Test
    void aServerThatIsStillRunningIsReplaced() throws Exception {
        var first = server.pid();

        startServer();

        assertThat(server.pid()).isNotEqualTo(first);
        assertThat(words("select 'up'")).isEqualTo("up");
    }

    @Test
    void thePortalsRoleOwnsNothingAndCannotPassRowLevelSecurity() throws Exception {
        try (var connection = server.connect("portico", server.roles().portal())) {
            assertThatThrownBy(() -> execute(connection, "create table mine (id int)"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> server.connect("keycloak", server.roles().portal()))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(words("select string_agg(rolname, ' ' order by rolname) from pg_roles"
                        + " where rolname in ('portico', 'portico_owner', 'keycloak')"
                        + " and not rolsuper and not rolbypassrls and not rolcreatedb and not rolcreaterole"))
                .isEqualTo("keycloak portico portico_owner");
    }

    @Test
    void theBackupsRoleReadsAllRowsAndChangesNone() throws Exception {
        try (var connection = asOwner()) {
            execute(connection, "create table walled (word text)");
            execute(connection, "insert into walled values ('seen')");
            execute(connection, "alter table walled enable row level security");
            execute(connection, "alter table walled force row level security");
        }
        assertThat(words("select count(*)::text from walled")).isEqualTo("0");
        try (var connection = server.connect("portico", server.roles().backup())) {
            assertThat(words(connection, "select word from walled")).isEqualTo("seen");
            execute(connection, "set default_transaction_read_only = off");
            assertThatThrownBy(() -> execute(connection, "delete from walled")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> execute(connection, "create table mine (id int)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theDatabaseFoldsAndSortsAsTheProductNeedsIt() throws Exception {
        assertThat(words("select lower('ÁÉÍÑ')")).isEqualTo("áéíñ");
        assertThat(sorted("und-x-icu")).isEqualTo(sorted("default")).isEqualTo("Árbol ñandú nube zeta");
        assertThat(sorted("es-x-icu")).isEqualTo("Árbol nube ñandú zeta");
        assertThat(words("select cardinality(show_trgm('ж'))::text")).isEqualTo("2");
        assertThat(words("select unaccent('producción')")).isEqualTo("produccion");
        assertThat(words("select (count(*) > 0)::text from pg_stat_statements")).isEqualTo("true");
    }

    private String sorted(String collation) throws SQLException {
        return words("select string_agg(w, ' ' order by w collate \"" + collation + "\")"
                + " from unnest(array['zeta', 'ñandú', 'nube', 'Árbol']) w");
    }

    private Connection asOwner() throws SQLException {
        return server.connect("portico", server.roles().owner());
    }

    private String words(String query) throws SQLException {
        try (var connection = asOwner()) {
            return words(connection, query);
        }
    }

    private static String words(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
