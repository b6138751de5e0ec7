package dev.portico.portal.release.boundary;

import dev.portico.plugin.host.Problem;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.Reader;
import java.util.List;
import java.util.Map;

/** Problems of a plugin's jar, as what is wrong with the field that it came in. */
final class Refusal {
    private static final String FIELD = "file";

    private Refusal() {}

    static PortalException of(List<Problem> problems, Reader reader) {
        return PortalException.invalid(problems.stream()
                .map(problem ->
                        new FieldProblem(FIELD, "release.problem", Map.of("problem", problem.text(reader.ui()))))
                .toList());
    }
}
