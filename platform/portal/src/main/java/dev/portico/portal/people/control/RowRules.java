package dev.portico.portal.people.control;

import dev.portico.i18n.TextFolding;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mail.control.MailAddress;
import dev.portico.portal.people.control.ImportRow.Outcome;
import dev.portico.portal.people.control.ImportStore.Holder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to become of the rows of a file, by what is there at the moment.
 *
 * @param languages that may be chosen
 * @param organizations by their names, folded
 * @param holders of addresses, in lower case
 */
public record RowRules(List<Locale> languages, Map<String, Organization> organizations, Map<String, Holder> holders) {
    /** Stands for the id of an organization that has yet to be made. */
    private static final String UNKNOWN = "?";

    public static String address(ImportRow row) {
        return MailAddress.parse(row.email()).orElse(row.email()).toLowerCase(Locale.ROOT);
    }

    public static String organization(ImportRow row) {
        return TextFolding.fold(row.organization());
    }

    /** Of several rows with one address, the first counts. */
    public List<ImportRow> check(List<ImportRow> rows) {
        var lines = new HashMap<String, Long>();
        var checked = new ArrayList<ImportRow>();
        for (var row : rows) {
            var earlier = lines.putIfAbsent(address(row), row.line());
            checked.add(
                    earlier == null || row.email().isEmpty()
                            ? check(row)
                            : row.with(
                                    Outcome.PROBLEM,
                                    List.of(new FieldProblem(
                                            "email", "people.import.problem.twice", Map.of("line", earlier))),
                                    Optional.empty()));
        }
        return checked;
    }

    private ImportRow check(ImportRow row) {
        var problems = new ArrayList<>(row.problems());
        var organization = known(row);
        problems.addAll(problems(() -> PersonRules.check(form(row), languages, Set.of(id(row)))));
        var unknown = !row.organization().isEmpty() && organization.isEmpty();
        if (unknown) {
            problems.addAll(problems(() -> OrganizationRules.check(organizationForm(row), Set.of())));
        }
        if (!problems.isEmpty()) {
            return row.with(Outcome.PROBLEM, problems, Optional.empty());
        }
        var holder = Optional.ofNullable(holders.get(address(row)));
        return holder.map(there -> row.with(
                        there.is(form(row)) ? Outcome.KNOWN : Outcome.DIFFERENT,
                        List.of(),
                        Optional.of(there.subject())))
                .orElseGet(
                        () -> row.with(unknown ? Outcome.NEW_ORGANIZATION : Outcome.NEW, List.of(), Optional.empty()));
    }

    private Optional<Organization> known(ImportRow row) {
        return Optional.ofNullable(organizations.get(organization(row)));
    }

    private String id(ImportRow row) {
        return row.organization().isEmpty()
                ? ""
                : known(row).map(Organization::id).orElse(UNKNOWN);
    }

    /** The row as if it had been typed into the form. */
    public PersonForm form(ImportRow row) {
        return row.form(
                id(row), known(row).map(found -> found.agreement().shares()).orElse(false));
    }

    /** @throws PortalException invalid */
    public PersonRules.Checked checked(ImportRow row) {
        return PersonRules.check(form(row), languages, Set.of(id(row)));
    }

    static OrganizationForm organizationForm(ImportRow row) {
        var empty = OrganizationForm.EMPTY;
        return new OrganizationForm(row.organization(), empty.plan(), List.of(), "", "", false);
    }

    private static List<FieldProblem> problems(Runnable check) {
        try {
            check.run();
            return List.of();
        } catch (PortalException invalid) {
            return invalid.fields();
        }
    }
}
