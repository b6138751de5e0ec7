package dev.portico.portal.plugin.control;

import dev.portico.plugin.host.SettingProblem;
import dev.portico.portal.failure.FieldProblem;
import java.util.List;
import java.util.Map;

/** What is wrong with settings, in message keys. */
public final class SettingProblems {
    private SettingProblems() {}

    /** Each with its place as the field. */
    public static List<FieldProblem> of(List<SettingProblem> problems) {
        return problems.stream()
                .map(problem -> new FieldProblem(
                        problem.place(),
                        key(problem.kind()),
                        Map.of("value", problem.value(), "limit", problem.limit())))
                .toList();
    }

    private static String key(SettingProblem.Kind kind) {
        return switch (kind) {
            case NOT_READABLE, UNKNOWN, NOT_TEXT, NOT_A_FLAG, NOT_A_LIST, NOT_AN_OBJECT -> "plugin.problem.unreadable";
            case MISSING, EMPTY -> "plugin.problem.missing";
            case TOO_LONG -> "plugin.problem.too-long";
            case NOT_A_NUMBER -> "plugin.problem.number";
            case TOO_LARGE -> "plugin.problem.too-large";
            case NOT_AN_ADDRESS -> "plugin.problem.address";
            case NOT_AN_EMAIL -> "plugin.problem.email";
            case TOO_MANY -> "plugin.problem.too-many";
            case UNKNOWN_LANGUAGE -> "plugin.problem.language";
            case NOT_AN_ID -> "plugin.problem.id";
            case DUPLICATE -> "plugin.problem.duplicate";
            case NO_LABEL -> "plugin.problem.label";
        };
    }
}
