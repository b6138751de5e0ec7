package dev.portico.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.fixtures.Publisher;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.systemtests.plugin.ExampleDesk;
import dev.portico.systemtests.plugin.InstalledDesk;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal is killed at moments of a plugin's upgrades and ways back: it comes back with one version, and wholly so (J1). */
@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class UpgradeKillIT {
    private static final int KILLS = Integer.getInteger("portico.kills", 3);
    private static final Duration LONGEST = Duration.ofMillis(1500);
    private static final int ROWS = 30_000;
    private static final String SCHEMA = "plugin_example_desk";

    private final Publisher publisher = Publisher.named("Kill");
    private final Map<Long, String> filed = new TreeMap<>();
    private InstalledDesk desk;
    private Api customer;

    @BeforeEach
    void install(PortalStack stack, Accounts accounts) {
        stack.own();
        desk = new InstalledDesk(stack);
        desk.trust(publisher);
        desk.install(release(0)).require(202);
        desk.await(version(0));
        desk.enable();
        customer = stack.api(
                InstalledDesk.TENANT,
                accounts.create(InstalledDesk.TENANT, "en").name());
        file();
    }

    @AfterEach
    void remove(PortalStack stack) throws SQLException {
        desk.remove(publisher);
    }

    @Test
    void killed_at_any_moment_of_an_upgrade_the_portal_comes_back_with_one_version(
            PortalStack stack, TestReporter reporter) throws SQLException {
        for (var kill = 0; kill < KILLS; kill++) {
            var before = desk.show();
            var delay = delay(kill);
            var back = kill % 3 == 2 && before.containsKey("previous");
            var jar = release(kill + 1);
            var answer = killedDuring(stack, delay, back ? desk::rollBack : () -> desk.install(jar));
            var reached = reached(stack, before.getString("wanted"));
            stack.startPortal();
            var after = desk.show();
            reporter.publishEntry(
                    "kill " + kill,
                    (back ? "way back" : "upgrade") + " after " + delay.toMillis() + " ms, " + reached
                            + (answer.isPresent() ? " and answered: " : ": ")
                            + before.getString("version") + " -> " + after.getString("version"));
            answer.ifPresent(decided -> assertThat(after.getString("wanted"))
                    .as("what was answered is kept")
                    .isNotEqualTo(before.getString("wanted")));
            oneVersionRuns(stack, after);
            ownTablesAreWhole(stack, after);
            file();
            filed.forEach((number, subject) -> assertThat(customer.get("/tickets/" + number)
                            .require(200)
                            .object()
                            .getString("subject"))
                    .isEqualTo(subject));
        }
    }

    /** Most of them soon after the request was sent, when there is most to be cut short. */
    private static Duration delay(int kill) {
        var part = kill / Math.max(1.0, KILLS - 1);
        return Duration.ofMillis(Math.round(LONGEST.toMillis() * part * part));
    }

    /** How far it had come when it was killed. */
    private static String reached(PortalStack stack, String before) throws SQLException {
        try (var all = stack.database().superuser();
                var query = all.prepareStatement("""
                        select case when d.wanted = ? then 'not decided'
                            when n.digest <> d.wanted then 'decided, not running' else 'running' end
                        from plugin_deployment d join plugin_node n using (plugin_id) where d.plugin_id = 'example-desk'""")) {
            query.setString(1, before);
            var row = query.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    /** What it answered before it was killed, if it came to that. */
    private static Optional<Answer> killedDuring(PortalStack stack, Duration delay, Supplier<Answer> request) {
        var sent = CompletableFuture.supplyAsync(() -> {
            try {
                return Optional.of(request.get());
            } catch (UncheckedIOException cutOff) {
                return Optional.<Answer>empty();
            }
        });
        LockSupport.parkNanos(delay.toNanos());
        stack.killPortal();
        var answer = sent.join();
        answer.ifPresent(given -> given.require(202));
        return answer;
    }

    private void oneVersionRuns(PortalStack stack, JsonObject plugin) {
        assertThat(plugin.getString("state")).as(plugin.toString()).isEqualTo("running");
        assertThat(plugin.getJsonArray("problems")).isEmpty();
        assertThat(plugin.getJsonArray("nodes").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(node -> {
                    assertThat(node.getString("state")).isEqualTo("running");
                    assertThat(node.getString("digest")).isEqualTo(plugin.getString("wanted"));
                    assertThat(node.getString("version")).isEqualTo(plugin.getString("version"));
                });
        assertThat(stack.process().pluginLoaders()).as("versions loaded").isEqualTo(desk.running());
        var version = plugin.getString("version");
        assertThat(InstalledDesk.fields(customer).stream().filter(label -> label.startsWith("Field of ")))
                .as(version)
                .containsExactlyElementsOf(version.equals(version(0)) ? List.of() : List.of("Field of " + version));
    }

    /** Each migration has run wholly or not at all, and those of what runs have. */
    private static void ownTablesAreWhole(PortalStack stack, JsonObject plugin) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            var tables = new TreeMap<Integer, Long>();
            try (var rows = work.executeQuery(
                    "select version from plugin_migration where plugin_id = 'example-desk' order by version")) {
                while (rows.next()) {
                    tables.put(rows.getInt(1), 0L);
                }
            }
            for (var version : tables.keySet()) {
                try (var row = work.executeQuery("select count(*) from " + SCHEMA + ".note_" + version)) {
                    row.next();
                    tables.put(version, row.getLong(1));
                }
            }
            assertThat(tables.values()).allMatch(rows -> rows == ROWS);
            assertThat(tables).hasSizeGreaterThanOrEqualTo(minor(plugin.getString("version")));
            try (var row = work.executeQuery("select count(*) from pg_tables where schemaname = '" + SCHEMA + "'")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(tables.size());
            }
        }
    }

    private void file() {
        var subject = Cases.word();
        filed.put(InstalledDesk.file(customer, subject), subject);
    }

    /** Each with one more table than the one before, and all but the first with a field that tells which it is. */
    private Path release(int number) {
        var plugin = (number == 0 ? ExampleDesk.first() : ExampleDesk.second())
                .version(version(number))
                .message("field.reference", "Field of " + version(number), "Campo de " + version(number))
                .patch(manifest -> manifest.add(
                        "/capabilities",
                        Json.createArrayBuilder().add("own-tables").build()));
        for (var table = 1; table <= number; table++) {
            plugin.file("db/expand/V" + table + "__note.sql", """
                    create table note_%1$s (tenant_id text, id int, text text, primary key (tenant_id, id));
                    insert into note_%1$s select 'data-loader', n, 'Note ' || n from generate_series(1, %2$s) n
                    """.formatted(table, ROWS));
        }
        return ExampleDesk.signed(plugin, publisher);
    }

    private static String version(int number) {
        return "1." + number + ".0";
    }

    private static int minor(String version) {
        return Integer.parseInt(version.split("\\.", -1)[1]);
    }
}
