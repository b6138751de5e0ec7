package dev.portico.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.i18n.Languages;
import dev.portico.launcher.postgres.Roles.Role;
import dev.portico.plugin.host.Problem;
import dev.portico.portal.database.OwnerConnections;
import dev.portico.portal.plugin.control.PluginSchemas;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Plugins' own tables, against the database itself: no portal runs here. */
class PluginSchemasIT {
    private static final String NOTE =
            "create table note (tenant_id text, id bigint generated always as identity, text text not null, primary key"
                    + " (tenant_id, id));";

    private static PluginSchemas schemas;

    private final String id = "p-" + UUID.randomUUID().toString().substring(0, 8);
    private final String schema = "plugin_" + id.replace('-', '_');

    @BeforeAll
    static void portalsOwnTables() {
        var database = Product.database();
        var owner = database.roles().owner();
        var portal = Flyway.configure().dataSource(database.portalUrl(), owner.name(), owner.password());
        portal.locations("classpath:db/migration").load().migrate();
        // as the portal itself does
        portal.table("demo_history").baselineOnMigrate(true).baselineVersion("0");
        portal.locations("classpath:db/demo").load().migrate();
        schemas = new PluginSchemas(new OwnerConnections(database.portalUrl(), owner.name(), owner.password()));
    }

    @Test
    void tables_stand_behind_the_wall_whatever_their_author_has_written() throws SQLException {
        var plugin = plugin().expand(
                        "V1__notes",
                        NOTE
                                + "create policy tenant_wall on note using (true); create policy mine on note using (true); drop policy mine on note;"
                                + "alter table note disable row level security; grant all on note to public")
                .read();

        assertThat(schemas.pending(plugin)).containsExactly("V1__notes.sql");
        assertThat(schemas.expand(plugin)).isEmpty();
        assertThat(schemas.pending(plugin)).isEmpty();
        assertThat(schemas.expand(plugin)).isEmpty();

        within("harmony", work -> execute(work, "insert into note (tenant_id, text) values ('harmony', 'Mine')"));
        within("bmc", work -> {
            assertThat(strings(work, "select text from note")).isEmpty();
            assertThatThrownBy(() -> execute(work, "insert into note (tenant_id, text) values ('harmony', 'Not mine')"))
                    .hasMessageContaining("row-level security");
        });
        within("", work -> assertThat(strings(work, "select text from note")).isEmpty());
        within("harmony", work -> assertThat(strings(work, "select text from note"))
                .containsExactly("Mine"));
        within("harmony", work -> assertThatThrownBy(() -> strings(work, "select subject from public.ticket"))
                .hasMessageContaining("permission denied"));
        assertThat(strings(
                        "select relname from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = '"
                                + schema + "' and relkind = 'r' and relrowsecurity and relforcerowsecurity"
                                + " and relowner = 'portico_owner'::regrole"))
                .containsExactly("note");
    }

    /** Whoever writes a migration sees the rows of all tenants: an update that found none would be silent. */
    @Test
    void an_upgrade_changes_every_tenants_rows_and_the_version_before_goes_on() throws SQLException {
        var first = plugin().expand("V1__notes", NOTE).read();
        var second = plugin().expand("V1__notes", NOTE)
                .expand("V2__length", "alter table note add length int; update note set length = char_length(text)")
                .expand("V3__words", "create table word (tenant_id text, word text, primary key (tenant_id, word))")
                .contract("V2__text", "alter table note drop text")
                .read();
        assertThat(schemas.expand(first)).isEmpty();
        for (var tenant : List.of("harmony", "bmc")) {
            within(
                    tenant,
                    work -> execute(
                            work,
                            "insert into note (tenant_id, text) values (current_setting('app.tenant'), 'Before')"));
        }

        assertThat(schemas.pending(second)).containsExactly("V2__length.sql", "V3__words.sql");
        assertThat(schemas.expand(second)).isEmpty();

        for (var tenant : List.of("harmony", "bmc")) {
            within(tenant, work -> assertThat(strings(work, "select tenant_id || length from note"))
                    .containsExactly(tenant + "6"));
        }
        assertThat(schemas.expand(first)).as("rolled back").isEmpty();
        within("harmony", work -> execute(work, "insert into note (tenant_id, text) values ('harmony', 'As ever')"));
        assertThat(schemas.expand(second)).as("forward again").isEmpty();

        assertThat(schemas.contract(second)).isEmpty();
        assertThat(schemas.contract(second)).isEmpty();
        assertThat(schemas.expand(second)).isEmpty();
        within("harmony", work -> assertThatThrownBy(() -> strings(work, "select text from note"))
                .hasMessageContaining("does not exist"));
        assertThat(texts(schemas.expand(first)))
                .containsExactly("a later version has taken away what this one needs (V2__text.sql)");
    }

    @Test
    void of_several_migrations_all_run_or_none() throws SQLException {
        var first = plugin().expand("V1__notes", NOTE).read();
        var second = plugin().expand("V1__notes", NOTE)
                .expand("V2__more", "alter table note add more text; create table other (tenant_id text primary key)")
                .expand("V3__broken", "update note set more = text; alter table nowhere add more text")
                .read();
        schemas.expand(first);
        within("harmony", work -> execute(work, "insert into note (tenant_id, text) values ('harmony', 'Mine')"));

        assertThat(schemas.expand(second)).singleElement().satisfies(problem -> {
            assertThat(problem.text(Languages.ENGLISH))
                    .isEqualTo(
                            "V3__broken.sql: cannot run, so nothing was changed: relation \"nowhere\" does not exist");
            assertThat(problem.text(Languages.SPANISH)).startsWith("V3__broken.sql: no se puede ejecutar");
        });

        assertThat(schemas.pending(second)).containsExactly("V2__more.sql", "V3__broken.sql");
        assertThat(strings("select relname from pg_class where relnamespace = '" + schema
                        + "'::regnamespace and relkind = 'r'"))
                .containsExactly("note");
        within("harmony", work -> assertThat(strings(work, "select text from note"))
                .containsExactly("Mine"));
        assertThat(schemas.expand(first)).isEmpty();
    }

    @Test
    void a_first_install_that_fails_leaves_nothing() throws SQLException {
        assertThat(schemas.expand(
                        plugin().expand("V1__broken", NOTE + "select 1/0").read()))
                .hasSize(1);

        assertThat(strings("select nspname from pg_namespace where nspname = '" + schema + "'"))
                .isEmpty();
    }

    @Test
    void what_has_run_stays_as_it_was() {
        schemas.expand(plugin().expand("V3__notes", NOTE).read());

        assertThat(texts(schemas.expand(plugin().expand("V3__notes", NOTE + " ").read())))
                .singleElement()
                .asString()
                .startsWith("V3__notes.sql: was changed after it ran");
        var late = plugin().expand("V2__late", "select 1")
                .expand("V3__notes", NOTE)
                .read();
        assertThat(texts(schemas.expand(late)))
                .singleElement()
                .asString()
                .startsWith("V2__late.sql: comes before V3__notes.sql");
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                hostile("select * from public.ticket", "permission denied for table ticket"),
                hostile("drop table public.ticket", "must be owner of table ticket"),
                hostile("create table public.mine (id int)", "permission denied for schema public"),
                hostile("create schema mine", "permission denied for database"),
                hostile("alter table public.ticket disable row level security", "must be owner of table ticket"),
                hostile("delete from public.plugin_migration", "permission denied for table plugin_migration"),
                hostile("reset role; drop table public.ticket", "cannot set parameter \"role\""),
                hostile("set local role portico_owner", "cannot set parameter \"role\""),
                hostile("set session authorization portico_owner", "cannot set parameter \"session_authorization\""),
                hostile(
                        "do $$ begin perform set_config('role', 'none', true); end $$",
                        "cannot set parameter \"role\""),
                hostile("commit", "EXECUTE of transaction commands is not implemented"),
                hostile("do $$ begin commit; end $$", "invalid transaction termination"),
                hostile("grant portico_owner to portico", "permission denied to grant role"),
                hostile("alter role portico bypassrls", "permission denied"),
                hostile("create table child () inherits (public.ticket)", "must be owner of table ticket"),
                hostile("copy (select 1) to program 'true'", "permission denied to COPY"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_migration_gets_nowhere_beyond_its_schema(String sql, String refusal) throws SQLException {
        var before = strings("select count(*)::text from pg_class");

        assertThat(texts(schemas.expand(
                        plugin().expand("V1__hostile", NOTE + sql).read())))
                .singleElement()
                .asString()
                .contains(refusal);

        assertThat(strings("select count(*)::text from pg_class")).isEqualTo(before);
    }

    @Test
    void another_plugins_tables_are_out_of_reach() throws SQLException {
        schemas.expand(plugin().expand("V1__notes", NOTE).read());

        var thief = new TestPlugin(id + "-thief").expand("V1__read", "select * from " + schema + ".note");
        var breaker = new TestPlugin(id + "-breaker").expand("V1__drop", "drop table " + schema + ".note");
        assertThat(texts(schemas.expand(thief.read())))
                .singleElement()
                .asString()
                .contains("permission denied");
        assertThat(texts(schemas.expand(breaker.read())))
                .singleElement()
                .asString()
                .contains("permission denied for schema");
    }

    static Stream<Arguments> outOfOrder() {
        return Stream.of(
                hostile("create table open (id int primary key)", "open: needs a column tenant_id"),
                hostile("create table open (tenant_id text)", "open: needs a column tenant_id"),
                hostile("create table open (tenant_id text, id int primary key)", "open: needs a column tenant_id"),
                hostile("create table open (tenant_id int primary key)", "open: needs a column tenant_id"),
                hostile("create unique index probe on note (text)", "note: tenant_id must be in the unique key probe"),
                hostile(
                        "create table line (tenant_id text, id int, note_tenant text, note bigint, primary key (tenant_id, id),"
                                + " constraint astray foreign key (note_tenant, note) references note (tenant_id, id))",
                        "line: tenant_id must be in the foreign key astray"),
                hostile("create view seen as select * from note", "seen: a view must be made with"),
                hostile("create materialized view kept as select * from note", "kept: is a materialized view"),
                hostile("create sequence numbers", "numbers: is a sequence"),
                hostile("create policy mine on note using (true)", "mine: is a policy"),
                hostile("create rule mine as on delete to note do instead nothing", "mine: is a rule"),
                hostile(
                        "create function above() returns bigint language sql security definer as 'select count(*) from note'",
                        "above: is a function"),
                hostile(
                        "create function run_migration(other int) returns int language sql as 'select 1'",
                        "run_migration: is a function"),
                // the portal's own questions are not to be asked in these terms
                hostile(
                        "create function above() returns int language sql as 'select 1';"
                                + " create operator = (leftarg = oid, rightarg = oid, function = oidne);"
                                + " do $$ begin execute 'set search_path = ' || current_schema() || ', pg_catalog'; end $$",
                        "above: is a function"));
    }

    @ParameterizedTest
    @MethodSource("outOfOrder")
    void what_would_stand_beside_the_wall_is_refused(String sql, String refusal) throws SQLException {
        assertThat(texts(
                        schemas.expand(plugin().expand("V1__beside", NOTE + sql).read())))
                .singleElement()
                .asString()
                .contains(refusal);

        assertThat(strings("select nspname from pg_namespace where nspname = '" + schema + "'"))
                .isEmpty();
    }

    @Test
    void what_is_fine_runs_once_and_can_be_changed_later() throws SQLException {
        var first = plugin().expand("V1__all", NOTE + """
                create type level as enum ('low', 'high');
                create domain short as text check (char_length(value) < 10);
                create index note_text on note (tenant_id, text);
                create unique index note_once on note (tenant_id, text);
                create view short_note with (security_invoker = true) as select tenant_id, left(text, 3) as text from note;
                create table line (tenant_id text, note_id bigint, n int, level level, short short, primary key (tenant_id, note_id, n),
                    foreign key (tenant_id, note_id) references note on delete cascade deferrable initially deferred);
                insert into note (tenant_id, text) values ('harmony', 'Hello'), ('bmc', 'Other');
                insert into line (tenant_id, note_id, n) select tenant_id, id, 1 from note;
                """).read();
        assertThat(schemas.expand(first)).isEmpty();
        within("harmony", work -> assertThat(strings(work, "select text from short_note"))
                .containsExactly("Hel"));

        var second = plugin().expand("V1__all", first.migrations().get(0).sql())
                .expand(
                        "V2__more",
                        "alter type level add value 'middle'; alter domain short set not null;"
                                + " alter view short_note rename to short; alter table line add foreign_id text")
                .read();
        assertThat(texts(schemas.expand(second))).singleElement().asString().contains("short");
        var third = plugin().expand("V1__all", first.migrations().get(0).sql())
                .expand(
                        "V2__more",
                        "alter type level add value 'middle'; alter domain short set default 'x';"
                                + " alter view short_note rename to brief; alter table line add other text")
                .read();
        assertThat(schemas.expand(third)).isEmpty();
    }

    @Test
    void an_export_has_all_tenants_rows_and_a_removal_leaves_none() throws SQLException, IOException {
        var plugin = plugin().expand("V1__notes", NOTE + "create table \"../odd\" (tenant_id text primary key)")
                .read();
        var other = new TestPlugin(id + "-other").expand("V1__notes", NOTE).read();
        schemas.expand(plugin);
        schemas.expand(other);
        for (var tenant : List.of("harmony", "bmc")) {
            within(
                    tenant,
                    work -> execute(
                            work,
                            "insert into note (tenant_id, text) values (current_setting('app.tenant'), 'Of ' || current_setting('app.tenant')),"
                                    + " (current_setting('app.tenant'), E'\"a\",\nb')"));
        }

        var files = unpacked(out -> schemas.export(id, out));
        assertThat(files).containsOnlyKeys("tables/note.csv", "tables/..%2Fodd.csv", "migrations.csv");
        assertThat(files.get("tables/note.csv")).isEqualTo("""
                        tenant_id,id,text
                        bmc,3,Of bmc
                        bmc,4,\"""a"",
                        b"
                        harmony,1,Of harmony
                        harmony,2,\"""a"",
                        b"
                        """);
        assertThat(files.get("tables/..%2Fodd.csv")).isEqualTo("tenant_id\n");
        assertThat(files.get("migrations.csv")).startsWith("phase,version,name").contains("expand,1,V1__notes.sql");

        schemas.drop(id);
        schemas.drop(id);
        assertThat(strings("select nspname from pg_namespace where nspname = '" + schema + "'"))
                .isEmpty();
        assertThat(strings("select nspname from pg_namespace where nspname = '" + schema + "_other'"))
                .hasSize(1);
        assertThat(schemas.pending(plugin)).containsExactly("V1__notes.sql");
        assertThat(unpacked(out -> schemas.export(id, out))).containsOnlyKeys("migrations.csv");
        assertThat(schemas.expand(plugin)).isEmpty();
    }

    private interface Export {
        void write(OutputStream out) throws IOException;
    }

    private static Map<String, String> unpacked(Export export) throws IOException {
        var out = new ByteArrayOutputStream();
        export.write(out);
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private TestPlugin plugin() {
        return new TestPlugin(id);
    }

    private static Arguments hostile(String sql, String refusal) {
        return Arguments.of(sql, refusal);
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    /** As the plugin's code works with its tables. */
    private void within(String tenant, Work work) throws SQLException {
        try (var connection = connect(Product.database().roles().portal())) {
            connection.setAutoCommit(false);
            execute(connection, "select set_config('app.tenant', '" + tenant + "', true)");
            execute(connection, "set local role portico_plugin");
            execute(connection, "set local search_path = " + schema);
            work.run(connection);
            connection.commit();
        }
    }

    private static List<String> strings(String query) throws SQLException {
        try (var connection = connect(Product.database().roles().owner())) {
            return strings(connection, query);
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Role role) throws SQLException {
        var database = new PGSimpleDataSource();
        database.setUrl(Product.database().portalUrl());
        return database.getConnection(role.name(), role.password());
    }
}
