package dev.portico.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.table.Row;
import dev.portico.plugin.table.TableException;
import dev.portico.plugin.table.TableException.Kind;
import dev.portico.plugin.table.Tables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDatabaseTest {
    private static final String MANIFEST = """
            {"id": "tiny", "version": "1.0.0", "api": "[1.0,2.0)", "name": "name", "description": "name",
             "provider": "Test", "license": "MIT", "capabilities": ["own-tables"]}
            """;
    private static final String NOTES = """
            create table note (tenant_id text, id bigint generated always as identity, text text, details jsonb, price numeric,
                done boolean, noted_at timestamptz, due date, picture bytea, primary key (tenant_id, id))
            """;

    @TempDir
    private Path target;

    @Test
    void aPluginsTablesAreThoseOfAPortal() throws IOException {
        try (var postgres = EmbeddedPostgres.start()) {
            var database = TestDatabase.expanded(postgres.getPostgresDatabase(), plugin("V1__notes.sql", NOTES));
            var acme = database.tables("acme");

            everyTypeOfValueIsReadAsItWasWritten(
                    TenantViews.of("acme").with(acme).view().tables());
            otherTenantsSeeNothingOfIt(acme, database.tables("other"));
            mistakesAndConflictsAreTold(acme);
            laterVersionsAreAnUpgrade(postgres);
        }
    }

    private static void everyTypeOfValueIsReadAsItWasWritten(Tables tables) {
        var read = tables.transact(notes -> {
            assertThat(notes.update(
                            "insert into note (tenant_id, text, details, price, done, noted_at, due, picture)"
                                    + " values (current_setting('app.tenant'), ?, ?, ?, ?, ?, ?, ?)",
                            "a; b",
                            "{\"a\": 1}",
                            new BigDecimal("1.50"),
                            true,
                            Instant.EPOCH,
                            LocalDate.EPOCH,
                            new byte[] {1}))
                    .isOne();
            return notes.query("select * from note where text = ?", "a; b").get(0);
        });
        assertThat(read.text("text")).contains("a; b");
        assertThat(read.text("details")).contains("{\"a\": 1}");
        assertThat(read.decimal("price")).contains(new BigDecimal("1.50"));
        assertThat(read.flag("done")).contains(true);
        assertThat(read.instant("noted_at")).contains(Instant.EPOCH);
        assertThat(read.date("due")).contains(LocalDate.EPOCH);
        assertThat(read.bytes("picture")).contains(new byte[] {1});
        assertThat(read.number("id")).contains(1L);
        assertThat(one(tables, "select null::bigint as nothing").number("nothing"))
                .isEmpty();
    }

    private static void otherTenantsSeeNothingOfIt(Tables acme, Tables other) {
        assertThat(one(acme, "select count(*) as n from note").number("n")).contains(1L);
        assertThat(one(other, "select count(*) as n from note").number("n")).contains(0L);
    }

    private static void mistakesAndConflictsAreTold(Tables tables) {
        assertThat(refused(tables, "select nothing from note")).isEqualTo(Kind.MISTAKE);
        assertThat(refused(tables, "select * from note; select 1")).isEqualTo(Kind.MISTAKE);
        assertThat(refused(tables, "select * from public.plugin_migration")).isEqualTo(Kind.MISTAKE);
        assertThat(refused(tables, "select pg_sleep(5)")).isEqualTo(Kind.UNAVAILABLE);
        assertThat(
                        refused(
                                tables,
                                "insert into note (tenant_id, id) overriding system value select tenant_id, id from note returning id"))
                .isEqualTo(Kind.CONFLICT);
        assertThatThrownBy(() -> tables.transact(notes -> {
                    notes.update("delete from note");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(one(tables, "select count(*) as n from note").number("n")).contains(1L);
        assertThatThrownBy(() -> one(Tables.NONE, "select 1")).isInstanceOf(TableException.class);
    }

    private static Kind refused(Tables tables, String sql) {
        try {
            throw new AssertionError(one(tables, sql));
        } catch (TableException refused) {
            return refused.kind();
        }
    }

    private static Row one(Tables tables, String sql) {
        return tables.transact(notes -> notes.query(sql)).get(0);
    }

    private void laterVersionsAreAnUpgrade(EmbeddedPostgres postgres) throws IOException {
        write("db/contract/V1__price.sql", "alter table note drop price");
        var next = plugin("V2__words.sql", "alter table note add words int not null default 2");
        var database = TestDatabase.expanded(postgres.getPostgresDatabase(), next);
        assertThat(one(database.tables("acme"), "select words, price from note").number("words"))
                .contains(2L);
        database.contract(next);
        assertThat(refused(database.tables("acme"), "select price from note")).isEqualTo(Kind.MISTAKE);
        var broken = plugin("V3__open.sql", "create table open (id int primary key)");
        assertThatThrownBy(() -> TestDatabase.expanded(postgres.getPostgresDatabase(), broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("V3__open.sql: open: needs a column tenant_id");
    }

    private PluginPackage plugin(String migration, String sql) throws IOException {
        write("META-INF/portico/plugin.json", MANIFEST);
        for (var language : List.of("en", "es")) {
            write("META-INF/portico/messages_" + language + ".properties", "name = Tiny");
        }
        write("db/expand/" + migration, sql);
        return PluginUnderTest.read(target.resolve("classes"));
    }

    private void write(String name, String text) throws IOException {
        var file = target.resolve("classes").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
