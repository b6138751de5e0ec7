package dev.portico.plugin.testkit;

import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.manifest.Workflow.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A workflow laid out as text, so that a test can state all of it and a forbidden move is as visible as an allowed one.
 * It is what the workflow answers, not what its manifest says.
 */
public final class WorkflowTable {
    private static final String NOBODY = ".";

    private WorkflowTable() {}

    /**
     * Who may move a ticket from the status of a row to that of a column, in declared order. A letter stands for a
     * role: c customer, m contact manager, a agent, s CSM, t tenant administrator, p platform administrator, e engine.
     *
     * <pre>
     *           1  2  3
     * 1 open    .  a  cma
     * 2 solved  a  .  cma
     * 3 closed  .  .  .
     * </pre>
     */
    public static String moves(Workflow workflow) {
        var statuses = workflow.statuses();
        var head = Stream.concat(Stream.of(""), numbers(statuses.size()).map(String::valueOf));
        var rows = numbers(statuses.size()).map(number -> row(workflow, number));
        return aligned(Stream.concat(Stream.of(head.toList()), rows).toList());
    }

    /** What happens by itself, a line for each event that does something: {@code agent-replied: new > working}. */
    public static String automaticMoves(Workflow workflow) {
        return Arrays.stream(TicketEvent.values())
                .map(event -> workflow.statuses().stream()
                        .flatMap(from -> move(workflow, event, from))
                        .collect(Collectors.joining(", ", spelled(event) + ": ", "\n")))
                .filter(line -> line.contains(">"))
                .collect(Collectors.joining());
    }

    private static Stream<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed();
    }

    private static List<String> row(Workflow workflow, int number) {
        var from = workflow.statuses().get(number - 1).id();
        var cells = workflow.statuses().stream().map(to -> roles(workflow, from, to.id()));
        return Stream.concat(Stream.of(number + " " + from), cells).toList();
    }

    private static String roles(Workflow workflow, String from, String to) {
        var allowed = Arrays.stream(Role.values())
                .filter(role -> workflow.allows(from, to, role))
                .map(WorkflowTable::letter)
                .collect(Collectors.joining());
        return allowed.isEmpty() ? NOBODY : allowed;
    }

    private static String letter(Role role) {
        return switch (role) {
            case CUSTOMER -> "c";
            case CONTACT_MANAGER -> "m";
            case AGENT -> "a";
            case CSM -> "s";
            case TENANT_ADMINISTRATOR -> "t";
            case PLATFORM_ADMINISTRATOR -> "p";
            case SYSTEM -> "e";
        };
    }

    private static Stream<String> move(Workflow workflow, TicketEvent event, Status from) {
        return workflow.after(event, from.id()).map(to -> from.id() + " > " + to.id()).stream();
    }

    private static String spelled(TicketEvent event) {
        return event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String aligned(List<List<String>> rows) {
        var widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(column -> padded(row.get(column), widths[column]))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
