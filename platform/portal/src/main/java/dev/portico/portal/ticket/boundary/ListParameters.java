package dev.portico.portal.ticket.boundary;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.ticket.control.TicketScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the parameters of a list; what is wrong with each of them is said at once. */
final class ListParameters {
    private final List<FieldProblem> problems = new ArrayList<>();

    int number(String field, String text, int least, int most) {
        if (text.matches("[0-9]{1,9}")) {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        problems.add(new FieldProblem(field, "ticket.problem.range", Map.of("least", least, "most", most)));
        return least;
    }

    <E extends Enum<E>> E choice(String field, String text, E standard, List<E> offered) {
        for (var choice : offered) {
            if (ListAddress.name(choice).equals(text)) {
                return choice;
            }
        }
        problems.add(new FieldProblem(field, "ticket.problem.not-offered"));
        return standard;
    }

    /** @param offered those that the caller has, their own first */
    TicketScope scope(String text, List<TicketScope> offered) {
        for (var scope : offered) {
            if (scope.id().equals(text)) {
                return scope;
            }
        }
        problems.add(new FieldProblem("scope", "ticket.problem.not-offered"));
        return offered.get(0);
    }

    /** @throws PortalException with a problem for each parameter that cannot be read */
    void require() {
        if (!problems.isEmpty()) {
            throw PortalException.invalid(problems);
        }
    }
}
