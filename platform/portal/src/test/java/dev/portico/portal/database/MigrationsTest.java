package dev.portico.portal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Of a table with row-level security the owner sees no row either: what a migration changes there changes nothing. */
class MigrationsTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");
    private static final Pattern CHANGE = Pattern.compile("(?m)^(?:update|delete from|insert into) ([a-z_]+)");

    /** The one table of the portal without. */
    private static final Set<String> OPEN = Set.of("tenant");

    /** V32 does what it left undone. */
    private static final Set<String> MENDED = Set.of("V24__notifications.sql");

    @Test
    void changesOfRowsReachThem() throws IOException {
        var without = new ArrayList<String>();
        for (var file : migrations()) {
            var sql = Files.readString(file);
            var change = CHANGE.matcher(sql);
            while (change.find()) {
                var table = change.group(1);
                var before = sql.substring(0, change.start());
                if (!OPEN.contains(table)
                        && !before.contains("alter table " + table + " no force row level security;")) {
                    without.add(file.getFileName().toString());
                }
            }
        }
        assertThat(without).containsExactlyInAnyOrderElementsOf(MENDED);
    }

    @Test
    void theWallStandsAfterEachMigration() throws IOException {
        var opened = Pattern.compile("alter table ([a-z_]+) no force row level security;");
        for (var file : migrations()) {
            var sql = Files.readString(file);
            var found = opened.matcher(sql);
            while (found.find()) {
                assertThat(sql.substring(found.end()))
                        .as(file.toString())
                        .contains("alter table " + found.group(1) + " force row level security;");
            }
        }
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
