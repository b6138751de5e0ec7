package dev.portico.portal.profile.boundary;

import dev.portico.portal.account.entity.PersonName;
import dev.portico.portal.failure.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names as people write them; what Keycloak would refuse is refused here, where it can be mended. */
final class PersonNames {
    static final int LONGEST = 100;
    private static final Pattern STRANGE = Pattern.compile("[<>&\"$%!#?§;*~/|^=\\[\\]{}()\\\\\\p{C}\\p{Zl}\\p{Zp}]");

    private PersonNames() {}

    /** @param wrong is added to where nothing is returned */
    static Optional<PersonName> check(String given, String family, List<FieldProblem> wrong) {
        var found = wrong.size();
        var name = new PersonName(part("given-name", given, wrong), part("family-name", family, wrong));
        return wrong.size() == found ? Optional.of(name) : Optional.empty();
    }

    private static String part(String field, String typed, List<FieldProblem> wrong) {
        var part = typed.strip().replaceAll("\\h+", " ");
        if (part.isEmpty()) {
            wrong.add(new FieldProblem(field, "account.settings.problem.name.missing"));
        } else if (part.length() > LONGEST) {
            wrong.add(new FieldProblem(field, "account.settings.problem.name.long", Map.of("limit", LONGEST)));
        } else if (STRANGE.matcher(part).find()) {
            wrong.add(new FieldProblem(field, "account.settings.problem.name.signs"));
        }
        return part;
    }
}
