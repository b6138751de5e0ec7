package dev.portico.plugin.host;

import dev.portico.plugin.host.Migration.Phase;
import dev.portico.plugin.manifest.Capability;
import dev.portico.plugin.manifest.PluginManifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The migrations of a plugin's own tables: {@code db/expand/V1__notes.sql} and {@code db/contract/V2__old_notes.sql}.
 * What else lies there, or is SQL, is a mistake in its name: left alone it would never run and nobody would know.
 */
final class MigrationReader {
    private static final String FOLDER = "db/";
    private static final Pattern NAME =
            Pattern.compile("db/(?<phase>expand|contract)/(?<file>V(?<version>[1-9][0-9]{0,8})__[a-z0-9_]+\\.sql)");
    private static final Pattern MEANT = Pattern.compile("db/(expand|contract)/.*|.*\\.sql", Pattern.CASE_INSENSITIVE);

    private final PluginJar jar;
    private final Problems problems;
    private final Map<String, String> seen = new HashMap<>();

    private MigrationReader(PluginJar jar, Problems problems) {
        this.jar = jar;
        this.problems = problems;
    }

    /** In the order in which they run. */
    static List<Migration> read(PluginJar jar, Problems problems) throws IOException {
        var reader = new MigrationReader(jar, problems);
        var migrations = new ArrayList<Migration>();
        for (var file : jar.files(FOLDER)) {
            if (MEANT.matcher(file).matches()) {
                reader.migration(file).ifPresent(migrations::add);
            }
        }
        migrations.sort(Comparator.comparing(Migration::phase).thenComparing(Migration::version));
        return migrations;
    }

    static void check(PluginManifest manifest, List<Migration> migrations, Problems problems) {
        problems.demand(
                migrations.isEmpty() || manifest.capabilities().contains(Capability.OWN_TABLES),
                "capabilities",
                "plugin.problem.no-own-tables");
    }

    private Optional<Migration> migration(String file) throws IOException {
        var name = NAME.matcher(file);
        if (!name.matches()) {
            problems.tell(file, "plugin.problem.no-migration-name");
            return Optional.empty();
        }
        var other = seen.putIfAbsent(name.group("phase") + name.group("version"), name.group("file"));
        if (other != null) {
            problems.tell(file, "plugin.problem.migration-twice", other);
        }
        return jar.text(file, problems).flatMap(sql -> migration(file, name, sql));
    }

    private Optional<Migration> migration(String file, Matcher name, String sql) {
        if (sql.isBlank()) {
            problems.tell(file, "plugin.problem.empty");
            return Optional.empty();
        }
        var phase = Phase.valueOf(name.group("phase").toUpperCase(Locale.ROOT));
        return Optional.of(new Migration(phase, Integer.parseInt(name.group("version")), name.group("file"), sql));
    }
}
