package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.each;
import static dev.portico.plugin.host.Problems.quote;

import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.manifest.Sla;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Workflow;
import java.util.HashSet;
import java.util.Optional;

/** A promise is made once for each metric, for levels and statuses that there are. */
final class SlaRules {
    private final Optional<Scale> scale;
    private final Optional<Workflow> workflow;
    private final Problems problems;

    private SlaRules(TicketType type, PluginManifest manifest, Problems problems) {
        this.scale = manifest.scales().stream()
                .filter(candidate -> candidate.id().equals(type.scale()))
                .findFirst();
        this.workflow = manifest.workflows().stream()
                .filter(candidate -> candidate.id().equals(type.workflow()))
                .findFirst();
        this.problems = problems;
    }

    static void check(String at, TicketType type, PluginManifest manifest, Problems problems) {
        var rules = new SlaRules(type, manifest, problems);
        var metrics = new HashSet<Sla.Metric>();
        each(at, type.sla(), (place, sla) -> {
            problems.require(metrics.add(sla.metric()), place + ".metric", "promised twice");
            rules.check(place, sla);
        });
    }

    private void check(String at, Sla sla) {
        problems.require(!sla.targets().isEmpty(), at + ".targets", "at least one is needed");
        problems.require(
                sla.warnAtPercent() >= 1 && sla.warnAtPercent() <= 99, at + ".warnAtPercent", "must be 1 to 99");
        var levels = new HashSet<String>();
        each(at + ".targets", sla.targets(), (place, target) -> {
            problems.require(
                    target.amount() >= 1 && target.amount() <= 10_000, place + ".amount", "must be 1 to 10000");
            problems.require(levels.add(target.level()), place + ".level", quote(target.level()) + " has two targets");
            scale.ifPresent(levelsOf -> problems.require(
                    levelsOf.level(target.level()).isPresent(), place + ".level", "no level " + quote(target.level())));
        });
        workflow.ifPresent(statuses -> sla.pausedIn().stream()
                .sorted()
                .forEach(status -> problems.require(
                        statuses.status(status).isPresent(), at + ".pausedIn", "no status " + quote(status))));
    }
}
