package dev.portico.portal.people.control;

import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.account.entity.Account.Profile;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.Zones;
import dev.portico.portal.mail.control.MailAddress;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a person as entered, all of it at once; fields as in the form. */
public final class PersonRules {
    public static final int LONGEST_NAME = 100;

    /** What Keycloak takes in no name, and what cannot be seen. */
    private static final Pattern STRANGE = Pattern.compile("[<>&\"$%!#?§,;:*~/\\\\|^=\\[\\]{}()\\p{C}\\p{Zl}\\p{Zp}]");

    private final PersonForm form;
    private final List<FieldProblem> problems = new ArrayList<>();

    private PersonRules(PersonForm form) {
        this.form = form;
    }

    /** A person as entered, without a fault; the address is in lower case. */
    public record Checked(
            String givenName,
            String familyName,
            String email,
            Optional<String> organization,
            Locale language,
            ZoneId zone) {

        /** With another address. */
        public Checked at(String address) {
            return new Checked(givenName, familyName, address, organization, language, zone);
        }

        /** As the form shows it when it is opened again. */
        public PersonForm form(Grants grants) {
            return new PersonForm(
                    givenName,
                    familyName,
                    email,
                    organization.orElse(""),
                    language.toLanguageTag(),
                    zone.getId(),
                    grants);
        }

        public Profile profile(boolean verified) {
            return new Profile(givenName + " " + familyName, givenName, familyName, email, verified, organization);
        }

        /** The formats stay those of the region, in the language chosen. */
        public Preferences preferences(Locale format, boolean notified) {
            var fitting = new Locale.Builder()
                    .setLanguage(language.getLanguage())
                    .setRegion(format.getCountry())
                    .build();
            return new Preferences(language, fitting, zone, notified);
        }
    }

    /**
     * @param languages that may be chosen
     * @param organizations ids of those that are known, at least the one chosen if it is
     * @throws PortalException invalid, with every problem at its field
     */
    public static Checked check(PersonForm form, List<Locale> languages, Set<String> organizations) {
        return new PersonRules(form).checked(languages, organizations);
    }

    private Checked checked(List<Locale> languages, Set<String> organizations) {
        var givenName = name("given-name", form.givenName());
        var familyName = name("family-name", form.familyName());
        var email = MailAddress.parse(form.email()).map(address -> address.toLowerCase(Locale.ROOT));
        if (email.isEmpty()) {
            problem("email", form.email().isBlank() ? "people.problem.address.missing" : "people.problem.address");
        }
        var organization = Optional.of(form.organization()).filter(id -> !id.isEmpty());
        if (organization.isPresent() && !organizations.contains(organization.get())) {
            problem("organization", "people.problem.organization");
        }
        checkGrants(organization.isPresent());
        var language = languages.stream()
                .filter(offered -> offered.toLanguageTag().equals(form.language()))
                .findFirst();
        if (language.isEmpty()) {
            problem("language", "people.problem.language");
        }
        var zone = Zones.find(form.zone());
        if (zone.isEmpty()) {
            problem("zone", "people.problem.zone");
        }
        if (!problems.isEmpty()) {
            throw PortalException.invalid(problems);
        }
        return new Checked(
                givenName, familyName, email.orElseThrow(), organization, language.orElseThrow(), zone.orElseThrow());
    }

    private String name(String field, String typed) {
        var name = typed.strip().replaceAll("\\h+", " ");
        if (name.isEmpty()) {
            problem(field, "people.problem.name");
        } else if (name.length() > LONGEST_NAME) {
            problems.add(new FieldProblem(field, "people.problem.name.long", Map.of("limit", LONGEST_NAME)));
        } else if (STRANGE.matcher(name).find()) {
            problem(field, "people.problem.name.signs");
        }
        return name;
    }

    private void checkGrants(boolean belongs) {
        if (!belongs && form.grants().seesOrganization()) {
            problem("sees-organization", "people.problem.no-organization");
        }
        if (!belongs && form.grants().contactManager()) {
            problem("contact-manager", "people.problem.no-organization");
        }
    }

    private void problem(String field, String key) {
        problems.add(new FieldProblem(field, key));
    }
}
