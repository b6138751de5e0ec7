package dev.portico.portal.registration.control;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.mail.control.MailAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What was typed into the form, tidied. */
public record RegistrationForm(String givenName, String familyName, String email, String displayName) {
    private static final int LONGEST_NAME = 100;

    public static RegistrationForm of(String givenName, String familyName, String email, String displayName) {
        return new RegistrationForm(
                DisplayNames.tidy(givenName),
                DisplayNames.tidy(familyName),
                email.strip(),
                DisplayNames.tidy(displayName));
    }

    /** In the one way in which it is kept; empty where it is none. */
    public String address() {
        return MailAddress.parse(email)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** @param programmes names of the tenant */
    public List<FieldProblem> problems(Collection<String> programmes) {
        var problems = new ArrayList<FieldProblem>();
        check("given-name", givenName, problems);
        check("family-name", familyName, problems);
        if (address().isEmpty()) {
            problems.add(new FieldProblem("email", "registration.problem.email"));
        }
        DisplayNames.problem(displayName, programmes)
                .ifPresent(key -> problems.add(new FieldProblem("display-name", key)));
        return problems;
    }

    private static void check(String field, String name, List<FieldProblem> problems) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(RegistrationForm::forbidden)) {
            problems.add(new FieldProblem(field, "registration.problem.name"));
        }
    }

    /** What no name has, and what a name in a mail of ours could lead somebody astray with. */
    private static boolean forbidden(int character) {
        return Character.isISOControl(character) || "<>\"@:/\\".indexOf(character) >= 0;
    }
}
