package dev.portico.portal.people.control;

import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.failure.FieldProblem;
import java.util.List;
import java.util.Optional;

/**
 * A row of a file of people.
 *
 * @param line on which it stands in the file
 * @param organization name, as it was typed
 * @param sees whether the person sees the organization's tickets; nothing where the file leaves it to the organization
 * @param problems why it is not entered
 * @param subject of the account that it has become, or that was there before
 */
public record ImportRow(
        long line,
        Outcome outcome,
        String givenName,
        String familyName,
        String email,
        String organization,
        String language,
        String zone,
        boolean authorized,
        Optional<Boolean> sees,
        boolean manager,
        List<FieldProblem> problems,
        Optional<String> subject) {

    public ImportRow {
        problems = List.copyOf(problems);
    }

    /** What is to become of a row, or has. */
    public enum Outcome {
        /** To be entered. */
        NEW,
        /** To be entered, if its organization is. */
        NEW_ORGANIZATION,
        /** There already, as the row says it. */
        KNOWN,
        /** There already, by another name or in another organization; it is left as it is. */
        DIFFERENT,
        PROBLEM,
        /** It has become an account. */
        CREATED;

        public boolean open() {
            return this == NEW || this == NEW_ORGANIZATION;
        }
    }

    /** @param organizationId of the organization that the row names; empty for none */
    PersonForm form(String organizationId, boolean shares) {
        return new PersonForm(
                givenName,
                familyName,
                email,
                organizationId,
                language,
                zone,
                new Grants(authorized, sees.orElse(shares), manager));
    }

    public ImportRow with(Outcome other, List<FieldProblem> why, Optional<String> account) {
        return new ImportRow(
                line,
                other,
                givenName,
                familyName,
                email,
                organization,
                language,
                zone,
                authorized,
                sees,
                manager,
                why,
                account);
    }
}
