package dev.portico.portal.wording.control;

import dev.portico.i18n.OverrideCheck;
import dev.portico.i18n.PatternCheck;
import dev.portico.portal.failure.FieldProblem;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What words of a tenant's own may be. They are shown as text wherever they stand, so any sign is welcome. */
public final class WordRules {
    public static final int LONGEST = 2000;

    private WordRules() {}

    /**
     * @param field the language's in the form
     * @param originals the message in all languages
     * @param pattern without white space around it; not empty
     */
    public static Optional<FieldProblem> problem(
            String field, Collection<String> originals, Locale language, String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.of(new FieldProblem(field, "wording.problem.long", Map.of("limit", LONGEST)));
        }
        if (pattern.codePoints().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n')) {
            return Optional.of(new FieldProblem(field, "wording.problem.control"));
        }
        var faults = PatternCheck.problems(pattern, language);
        if (!faults.isEmpty()) {
            return Optional.of(new FieldProblem(field, "wording.problem.pattern", Map.of("detail", faults.get(0))));
        }
        var strangers = OverrideCheck.strangers(originals, pattern);
        return strangers.isEmpty()
                ? Optional.empty()
                : Optional.of(new FieldProblem(
                        field,
                        "wording.problem.argument",
                        Map.of("names", "{" + String.join("}, {", strangers) + "}")));
    }
}
