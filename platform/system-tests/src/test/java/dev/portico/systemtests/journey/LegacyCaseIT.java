package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.CaseListPage;
import dev.portico.systemtests.page.CasePage;
import dev.portico.systemtests.page.NewCasePage;
import dev.portico.systemtests.page.StaffCasePage;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The desk of the tenant {@code legacy} (C1, C3). */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class LegacyCaseIT {
    /** None of those that are suggested. */
    private static final String VERSION = "9.9.4.6 (on premises)";

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#desktop")
    void a_customer_files_a_case_with_a_version_of_their_own_and_an_agent_answers(Look look, Visitors visitors) {
        var customer = visitors.open(look).goAs(look.language().umbrella(), "/legacy/tickets");
        var tab = customer.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(customer.say("Support", "Soporte"))
                                .setExact(true));
        assertThat(tab).hasAttribute("aria-current", "page");

        var theCase = file(customer, "No rows since Monday " + UUID.randomUUID());
        assertThat(theCase.state()).containsText(customer.say("New", "Nuevo"));
        assertThat(theCase.state()).containsText(customer.say("4 (minimal)", "4 (mínimo)"));
        assertThat(details(customer)).containsText(customer.say("Jitterbit Version", "Versión de Jitterbit") + VERSION);

        answer(visitors, look, theCase);
        customer.page().reload();
        assertThat(theCase.conversation()).containsText("Please try the current version.");
        assertThat(theCase.state()).containsText(customer.say("Working", "En curso"));
        theCase.back();
        assertThat(new CaseListPage(customer).row(theCase.number()))
                .containsText(customer.say("4 (minimal)", "4 (mínimo)"));
    }

    private static CasePage file(Visitor customer, String subject) {
        var form = new CaseListPage(customer).create();
        var version = customer.page().getByLabel(customer.say("Jitterbit Version", "Versión de Jitterbit"));
        var suggested = customer.say("Cloud Studio and cloud agents only", "Solo Cloud Studio y agentes en la nube");
        assertThat(customer.page().locator("#" + version.getAttribute("list") + " option[value='" + suggested + "']"))
                .hasCount(1);
        assertThat(customer.page().getByRole(AriaRole.RADIO)).hasCount(4);

        form.product().selectOption("agents");
        form.subject().fill(subject);
        form.description().fill("It ended without an error.");
        form.chooseSeverity(4);
        missing(form, version);
        version.fill("  " + VERSION);
        assertThat(new PageCheck(customer).check("the legacy form").faults()).isEmpty();
        return form.submit();
    }

    private static void missing(NewCasePage form, Locator version) {
        version.fill("");
        form.submitButton().click();
        assertThat(form.errorSummary().getByRole(AriaRole.LINK)).hasCount(1);
        assertThat(version).hasAttribute("aria-invalid", "true");
        assertThat(form.severity(4)).isChecked();
    }

    private static void answer(Visitors visitors, Look look, CasePage theCase) {
        var agent = visitors.open(look).goAs("agent", "/staff/legacy/tickets/" + theCase.number());
        assertThat(details(agent)).containsText(VERSION);
        new StaffCasePage(agent).reply("Please try the current version.");
    }

    private static Locator details(Visitor visitor) {
        return visitor.page().locator("dl.facts");
    }
}
