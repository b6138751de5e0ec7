package dev.portico.plugin.host.schema;

import dev.portico.plugin.host.Migration;
import dev.portico.plugin.host.Migration.Phase;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.schema.MigrationHistory.Applied;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * What of a release's migrations is still to run. What a later release has run does not matter here, unless it took away
 * what this one needs: an earlier version may come back after an expansion, not after a contraction.
 *
 * @param problems why none may run
 */
record MigrationPlan(List<Migration> pending, List<Problem> problems) {
    static MigrationPlan of(List<Migration> migrations, Phase phase, MigrationHistory history) throws SQLException {
        var own = of(migrations, phase);
        var applied = history.applied(phase);
        var problems = new ArrayList<Problem>();
        own.forEach(migration -> check(migration, applied, problems));
        if (phase == Phase.EXPAND) {
            var gone = history.applied(Phase.CONTRACT);
            of(migrations, Phase.CONTRACT).forEach(migration -> gone.remove(migration.version()));
            gone.values()
                    .forEach(later -> problems.add(Problem.of("plugin.problem.contracted", "", "value", later.name())));
        }
        var pending = own.stream()
                .filter(migration -> !applied.containsKey(migration.version()))
                .toList();
        return new MigrationPlan(pending, List.copyOf(problems));
    }

    private static List<Migration> of(List<Migration> migrations, Phase phase) {
        return migrations.stream()
                .filter(migration -> migration.phase() == phase)
                .toList();
    }

    private static void check(Migration migration, NavigableMap<Integer, Applied> applied, List<Problem> problems) {
        var before = applied.get(migration.version());
        if (before != null && !before.checksum().equals(migration.checksum())) {
            problems.add(Problem.of("plugin.problem.migration-changed", migration.name()));
        }
        var last = applied.lastEntry();
        if (before == null && last != null && last.getKey() > migration.version()) {
            problems.add(Problem.of(
                    "plugin.problem.migration-late",
                    migration.name(),
                    "value",
                    last.getValue().name()));
        }
    }
}
