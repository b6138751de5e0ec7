package dev.portico.portal.people.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portico.portal.account.entity.Organization.Plan;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationRulesTest {
    @Test
    void domainsAreTakenInTheFormInWhichTheyAreCompared() {
        var checked =
                check(form("Acme", "ENTERPRISE", "@Acme.Example, MÜNCHEN.example\nacme.example", "+1 (555) 010-0199"));
        assertThat(checked.domains()).containsExactly("acme.example", "xn--mnchen-3ya.example");
        assertThat(checked.agreement().plan()).isEqualTo(Plan.ENTERPRISE);
        assertThat(checked.agreement().hotline()).contains("+1 (555) 010-0199");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"com", "acme", "-acme.example", "acme..example", "a@acme.example", "acme.1", "co.uk", "GMAIL.com"
            })
    void aDomainIsOneThatACompanyCanHave(String domain) {
        assertThat(fields(form("Acme", "STANDARD", domain, ""))).containsExactly("domains");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call us", "12", "1+2345", "555 010 <b>", "++1 555 0100"})
    void aHotlineIsATelephoneNumber(String hotline) {
        assertThat(fields(form("Acme", "ENTERPRISE", "", hotline))).containsExactly("hotline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "+52 55 5010 0199", "(02) 5550-1234", "555.010.0199 ext. 12"})
    void telephoneNumbersAreWrittenInManyWays(String hotline) {
        assertThat(check(form("Acme", "ENTERPRISE", "", hotline)).agreement().hotline())
                .contains(hotline);
    }

    @Test
    void onlyAnEnterpriseHasAHotline() {
        assertThat(fields(form("Acme", "STANDARD", "", "112"))).containsExactly("hotline");
        assertThat(fields(form(" ", "GOLD", "", ""))).containsExactly("name", "plan");
    }

    private static OrganizationForm form(String name, String plan, String domains, String hotline) {
        return new OrganizationForm(name, plan, List.of(), domains, hotline, false);
    }

    private static OrganizationRules.Checked check(OrganizationForm form) {
        return OrganizationRules.check(form, Set.of());
    }

    private static List<String> fields(OrganizationForm form) {
        return catchThrowableOfType(PortalException.class, () -> check(form)).fields().stream()
                .map(FieldProblem::field)
                .distinct()
                .toList();
    }
}
