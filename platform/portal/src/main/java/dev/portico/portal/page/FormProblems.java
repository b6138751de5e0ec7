package dev.portico.portal.page;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a form that was sent: for the summary above it, and beside each field. */
@Named
@RequestScoped
public class FormProblems {
    @Inject
    Texts texts;

    @Inject
    CurrentReader reader;

    private final List<String> general = new ArrayList<>();
    private final Map<String, List<String>> byField = new LinkedHashMap<>();

    /**
     * An entry of the summary.
     *
     * @param field empty for what concerns the form as a whole
     * @param label of the field
     */
    public record Problem(String field, String label, String text) {}

    /** @throws PortalException the same, if it is nothing that can be mended in the form */
    public void take(PortalException failure) {
        switch (failure.kind()) {
            case INVALID, CONFLICT, OUTDATED, TOO_LARGE -> add(failure);
            default -> throw failure;
        }
    }

    private void add(PortalException failure) {
        if (failure.fields().isEmpty()) {
            general.add(texts.text(reader.get(), failure.key(), failure.args()));
        }
        failure.fields().forEach(problem -> byField.computeIfAbsent(problem.field(), field -> new ArrayList<>())
                .add(texts.text(reader.get(), problem.key(), problem.args())));
    }

    /** Nobody is shown a secret: who had entered one enters it once more when they send the form once more. */
    public void secretIsNotKept(String field) {
        if (of(field).isEmpty()) {
            add(PortalException.invalid(new FieldProblem(field, "common.secret-not-kept")));
        }
    }

    /** @param labels by field, in the form's order */
    public List<Problem> list(Map<String, String> labels) {
        var problems = new ArrayList<Problem>();
        general.forEach(text -> problems.add(new Problem("", "", text)));
        labels.forEach((field, label) -> {
            byField.getOrDefault(field, List.of()).forEach(text -> problems.add(new Problem(field, label, text)));
        });
        byField.forEach((field, found) -> {
            if (!labels.containsKey(field)) {
                found.forEach(text -> problems.add(new Problem("", "", text)));
            }
        });
        return problems;
    }

    /** Empty if nothing is wrong with that field. */
    public String of(String field) {
        return String.join("\n", byField.getOrDefault(field, List.of()));
    }
}
