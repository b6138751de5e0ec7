package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.CaseListPage;
import dev.portico.systemtests.page.NewCasePage;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class UrgentCaseIT {
    private static final String ON_CALL = "on-call@harmony.example";

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#all")
    void produccion_caida_without_accents_makes_the_case_urgent_says_why_and_alerts_the_people_on_call(
            Look look, Visitors visitors, PortalStack stack) {
        var subject = "PRODUCCION  caida " + UUID.randomUUID();
        var customer = visitors.open(look).goAs(look.language().acme(), "/harmony/tickets/new");
        var theCase = new NewCasePage(customer).fill(subject, "Nothing works.").submit();

        assertThat(theCase.state()).containsText(customer.say("Urgent", "Urgente"));
        assertThat(theCase.notice()
                        .filter(new com.microsoft.playwright.Locator.FilterOptions()
                                .setHasText(
                                        customer.say("is treated as urgent because", "se trata como urgente porque"))))
                .isVisible();
        var alert = stack.mails().waitFor(ON_CALL, mail -> mail.subject().contains("[" + theCase.number() + "]"));
        assertThat(alert.subject()).contains(subject.substring(subject.length() - 36));
        assertThat(alert.text()).contains(theCase.number());

        customer.go("/harmony/tickets");
        assertThat(new CaseListPage(customer).row(theCase.number())).containsText(customer.say("Urgent", "Urgente"));
    }
}
