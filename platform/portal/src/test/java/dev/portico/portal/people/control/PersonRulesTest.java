package dev.portico.portal.people.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonRulesTest {
    private static final Grants PLAIN = new Grants(true, false, false);
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    @Test
    void whatIsEnteredWellIsTakenInItsUsualForm() {
        var checked = check(form(" Ana  María ", "Núñez d’Ávila", " Ana.I@Acme.EXAMPLE ", "acme", PLAIN));
        assertThat(checked.givenName()).isEqualTo("Ana María");
        assertThat(checked.email()).isEqualTo("ana.i@acme.example");
        assertThat(checked.profile(false).name()).isEqualTo("Ana María Núñez d’Ávila");
        assertThat(checked.zone().getId()).isEqualTo("America/Bogota");
        assertThat(checked.preferences(Locale.US, Notifications.ALL).format()).isEqualTo(new Locale("es", "US"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var wrong = new PersonForm(" ", "x".repeat(101), "nobody", "gone", "tr", "Mars/Olympus", PLAIN);
        assertThat(fields(wrong))
                .containsExactly("given-name", "family-name", "email", "organization", "language", "zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>Ana</b>", "Ana\u200bx", "Ana\nMaría", "Ana;", "=1+1", "a\u202eb"})
    void aNameHasNothingInItThatKeycloakRefusesOrNobodySees(String name) {
        assertThat(fields(form(name, "Núñez", "a@acme.example", "acme", PLAIN))).containsExactly("given-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@b", "@acme.example", "a@acme.example, b@acme.example", "a b@acme.example"})
    void anAddressIsOneThatMailCanBeSentTo(String address) {
        assertThat(fields(form("Ana", "Núñez", address, "acme", PLAIN))).containsExactly("email");
    }

    @Test
    void whoBelongsToNoOrganizationManagesAndSeesNone() {
        var grants = new Grants(true, true, true);
        assertThat(fields(form("Ana", "Núñez", "a@acme.example", "", grants)))
                .containsExactly("sees-organization", "contact-manager");
        assertThat(check(form("Ana", "Núñez", "a@acme.example", "", PLAIN)).organization())
                .isEmpty();
    }

    @Test
    void aLoginLeavesTheDigestAndAChangeDoesNot() {
        var one = form("Ana", "Núñez", "a@acme.example", "acme", PLAIN);
        assertThat(one.digest())
                .isEqualTo(form("Ana", "Núñez", "a@acme.example", "acme", PLAIN).digest());
        assertThat(one.digest())
                .isNotEqualTo(form("Ana", "Núñez", "a@acme.example", "acme", new Grants(false, false, false))
                        .digest());
    }

    @Test
    void whoIsOvertakenIsToldWhatStandsThereNow() {
        var now = form("Ana", "Núñez", "a@acme.example", "acme", PLAIN);
        var entered = form("Ana", "Muñoz", "a@acme.example", "", new Grants(false, false, false));
        var conflicts = Shown.conflicts(now.fields(), entered.fields(), java.util.Map.of("organization", "Acme Ltd"));
        assertThat(conflicts)
                .containsExactly(
                        new FieldProblem("family-name", "people.problem.meanwhile", java.util.Map.of("value", "Núñez")),
                        new FieldProblem(
                                "organization", "people.problem.meanwhile", java.util.Map.of("value", "Acme Ltd")),
                        new FieldProblem("authorized", "people.problem.meanwhile.on"));
    }

    private static PersonForm form(String given, String family, String email, String organization, Grants grants) {
        return new PersonForm(given, family, email, organization, "es", "america/bogota", grants);
    }

    private static PersonRules.Checked check(PersonForm form) {
        return PersonRules.check(form, LANGUAGES, Set.of("acme"));
    }

    private static List<String> fields(PersonForm form) {
        return catchThrowableOfType(PortalException.class, () -> check(form)).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }
}
