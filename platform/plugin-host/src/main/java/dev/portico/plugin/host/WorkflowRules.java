package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.each;
import static dev.portico.plugin.host.Problems.quote;

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
                .ifPresent(first -> problems.require(
                        first.category().open(), at + ".initial", quote(first.id()) + " is not an open status"));
        problems.require(
                workflow.statuses().stream().anyMatch(status -> status.category() == StatusCategory.CLOSED),
                at + ".statuses",
                "none has the category closed");
    }

    private void checkTransition(String place, Transition move) {
        problems.require(!move.from().isEmpty(), place + ".from", "names no status");
        problems.require(!move.roles().isEmpty(), place + ".roles", "names no role");
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
            problems.require(!move.from().equals(move.to()), place + ".to", "is the status that it leaves");
            problems.require(
                    !move.after().isNegative()
                            && !move.after().isZero()
                            && move.after().compareTo(LONGEST) <= 0,
                    place + ".after",
                    "must be more than nothing and at most " + LONGEST.toDays() + " days");
            problems.require(
                    begun.add(move.from()), place + ".from", quote(move.from()) + " is left by another one already");
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
                    (place, status) -> problems.require(
                            reached.contains(status.id()),
                            place,
                            "no way leads from the initial status to " + quote(status.id())));
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
        problems.require(id.isEmpty() || known.contains(id), place, "no status " + quote(id));
    }
}
