package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.Migration.Phase;
import jakarta.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationReaderTest {
    @TempDir
    private Path folder;

    @Test
    void migrationsComeInTheOrderInWhichTheyRun() {
        var plugin = withOwnTables()
                .file("db/expand/V10__more.sql", "ten")
                .file("db/expand/V9__notes.sql", "nine")
                .file("db/contract/V2__old_notes.sql", "two")
                .file("db/readme.txt", "of no consequence")
                .file("sql/V1__somebodys.sql", "a library's");

        var content = ((Reading.Valid) read(plugin)).content();

        assertThat(content.migrations())
                .extracting(Migration::phase, Migration::version, Migration::name, Migration::sql)
                .containsExactly(
                        tuple(Phase.EXPAND, 9, "V9__notes.sql", "nine"),
                        tuple(Phase.EXPAND, 10, "V10__more.sql", "ten"),
                        tuple(Phase.CONTRACT, 2, "V2__old_notes.sql", "two"));
        assertThat(content.migrations().get(0).checksum())
                .isNotEqualTo(content.migrations().get(1).checksum());
    }

    @Test
    void whatWouldNeverRunIsAMistake() {
        var plugin = withOwnTables();
        var misnamed = List.of(
                "db/V1__notes.sql",
                "db/contract/1__notes.sql",
                "db/expand/V01__notes.sql",
                "db/expand/V1__Notes.sql",
                "db/expand/V1_notes.sql",
                "db/expand/V2__notes.SQL",
                "db/expand/deeper/V3__notes.sql",
                "db/expand/notes.txt",
                "db/expnad/V4__notes.sql");
        misnamed.forEach(name -> plugin.file(name, "select 1"));

        assertThat(problems(plugin))
                .extracting(Problem::key, Problem::place)
                .containsExactlyElementsOf(misnamed.stream()
                        .map(name -> tuple("plugin.problem.no-migration-name", name))
                        .toList());
    }

    @Test
    void aVersionIsThereOnceInEachPhaseAndSaysSomething() {
        var plugin = withOwnTables()
                .file("db/expand/V1__a.sql", "select 1")
                .file("db/expand/V1__b.sql", "select 1")
                .file("db/contract/V1__a.sql", "select 1")
                .file("db/expand/V2__c.sql", " \n")
                .file("db/expand/V3__d.sql", new byte[] {(byte) 0xe9});

        assertThat(problems(plugin))
                .extracting(Problem::toString)
                .containsExactly(
                        "db/expand/V1__b.sql: has the same version as V1__a.sql",
                        "db/expand/V2__c.sql: must not be empty",
                        "db/expand/V3__d.sql: not in UTF-8");
    }

    @Test
    void whoBringsMigrationsAsksForOwnTables() {
        assertThat(problems(new TestPlugin().file("db/expand/V1__a.sql", "select 1")))
                .extracting(Problem::toString)
                .containsExactly("capabilities: brings migrations, so own-tables must be among them");
    }

    private static TestPlugin withOwnTables() {
        return new TestPlugin()
                .patch(manifest -> manifest.add(
                        "/capabilities",
                        Json.createArrayBuilder().add("own-tables").build()));
    }

    private Reading read(TestPlugin plugin) {
        return new ManifestReader("1.0").read(plugin.writeTo(folder.resolve("p.jar")));
    }

    private List<Problem> problems(TestPlugin plugin) {
        return ((Reading.Invalid) read(plugin)).found();
    }
}
