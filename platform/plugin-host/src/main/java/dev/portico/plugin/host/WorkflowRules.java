package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.each;

import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.manifest.Workflow.Status;
import dev.portico.plugin.manifest.Workflow.Timed;
import dev.portico.plugin.manifest.Workflow.Transition;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A workflow begins open, can end closed, names only statuses it has, and reaches every one of them. */
final class WorkflowRules {
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final Workflow workflow;
    private final String at;
    private final Problems problems;
    private final Set<String> known;

    private WorkflowRules(String at, Workflow workflow, Problems problems) {
        this.at = at;
        this.workflow = workflow;
        this.problems = problems;
        this.known = workflow.statuses().stream().map(Status::id).collect(Collectors.toSet());
    }

    static void check(List<Workflow> workflows, Ids ids, Problems problems) {
        ids.check("workflows", workflows, Workflow::id);
        each("workflows", workflows, (at, workflow) -> {
            ids.check(at + ".statuses", workflow.statuses(), Status::id);
            var rules = new WorkflowRules(at, workflow, problems);
            rules.checkEnds();
            each(at + ".transitions", workflow.transitions(), rules::checkTransition);
            rules.checkAutomatic();
            rules.checkTimed();
            rules.checkReachable();
        });
    }

    private void checkEnds() {
        requireStatus(at + ".initial", workflow.initial());
        workflow.status(workflow.initial())
                .ifPresent(first -> problems.demand(
                        first.category().open(), at + ".initial", "plugin.problem.not-open", first.id()));
        problems.demand(
                workflow.statuses().stream().anyMatch(status -> status.category() == StatusCategory.CLOSED),
                at + ".statuses",
                "plugin.problem.none-closed");
    }

    private void checkTransition(String place, Transition move) {
        problems.demand(!move.from().isEmpty(), place + ".from", "plugin.problem.names-no-status");
        problems.demand(!move.roles().isEmpty(), place + ".roles", "plugin.problem.names-no-role");
        move.from().stream().sorted().forEach(from -> requireStatus(place + ".from", from));
        requireStatus(place + ".to", move.to());
    }

    private void checkAutomatic() {
        workflow.automatic().forEach((event, moves) -> {
            var place =
                    at + ".automatic." + event.name().toLowerCase(Locale.ROOT).replace('_', '-');
            moves.forEach((from, to) -> {
                requireStatus(place, from);
                requireStatus(place + "." + from, to);
            });
        });
    }

    private void checkTimed() {
        var begun = new HashSet<String>();
        each(at + ".timed", workflow.timed(), (place, move) -> {
            requireStatus(place + ".from", move.from());
            requireStatus(place + ".to", move.to());
            problems.demand(!move.from().equals(move.to()), place + ".to", "plugin.problem.leads-nowhere");
            problems.demand(
                    !move.after().isNegative()
                            && !move.after().isZero()
                            && move.after().compareTo(LONGEST) <= 0,
                    place + ".after",
                    "plugin.problem.duration-out-of-range",
                    LONGEST.toDays());
            problems.demand(begun.add(move.from()), place + ".from", "plugin.problem.left-already", move.from());
        });
    }

    private void checkReachable() {
        var reached = new HashSet<String>(Set.of(workflow.initial()));
        var open = new ArrayDeque<String>(reached);
        while (!open.isEmpty()) {
            next(open.remove()).filter(reached::add).forEach(open::add);
        }
        if (known.contains(workflow.initial())) {
            each(
                    at + ".statuses",
                    workflow.statuses(),
                    (place, status) -> problems.demand(
                            reached.contains(status.id()), place, "plugin.problem.unreachable", status.id()));
        }
    }

    private Stream<String> next(String from) {
        var timed = workflow.timed().stream()
                .filter(move -> move.from().equals(from))
                .map(Timed::to);
        return Stream.concat(timed, chosenOrAutomatic(from));
    }

    private Stream<String> chosenOrAutomatic(String from) {
        return Stream.concat(
                workflow.transitions().stream()
                        .filter(move -> move.from().contains(from))
                        .map(Transition::to),
                workflow.automatic().values().stream()
                        .filter(moves -> moves.containsKey(from))
                        .map(moves -> moves.getOrDefault(from, from)));
    }

    private void requireStatus(String place, String id) {
        problems.demand(id.isEmpty() || known.contains(id), place, "plugin.problem.no-status", id);
    }
}
