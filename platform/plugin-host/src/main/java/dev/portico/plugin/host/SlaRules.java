package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.each;

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
            problems.demand(metrics.add(sla.metric()), place + ".metric", "plugin.problem.promised-twice");
            rules.check(place, sla);
        });
    }

    private void check(String at, Sla sla) {
        problems.demand(!sla.targets().isEmpty(), at + ".targets", "plugin.problem.none-there");
        problems.demand(
                sla.warnAtPercent() >= 1 && sla.warnAtPercent() <= 99,
                at + ".warnAtPercent",
                "plugin.problem.out-of-range",
                99);
        var levels = new HashSet<String>();
        each(at + ".targets", sla.targets(), (place, target) -> {
            problems.demand(
                    target.amount() >= 1 && target.amount() <= 10_000,
                    place + ".amount",
                    "plugin.problem.out-of-range",
                    10_000);
            problems.demand(levels.add(target.level()), place + ".level", "plugin.problem.two-targets", target.level());
            scale.ifPresent(levelsOf -> problems.demand(
                    levelsOf.level(target.level()).isPresent(),
                    place + ".level",
                    "plugin.problem.no-level",
                    target.level()));
        });
        workflow.ifPresent(statuses -> sla.pausedIn().stream()
                .sorted()
                .forEach(status -> problems.demand(
                        statuses.status(status).isPresent(), at + ".pausedIn", "plugin.problem.no-status", status)));
    }
}
