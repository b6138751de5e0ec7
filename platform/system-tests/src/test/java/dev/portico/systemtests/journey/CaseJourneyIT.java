package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.CaseListPage;
import dev.portico.systemtests.page.CasePage;
import dev.portico.systemtests.page.StaffCasePage;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class CaseJourneyIT {

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#all")
    void a_customer_files_a_case_with_two_files_talks_with_an_agent_and_closes_it(
            Look look, Visitors visitors, PortalStack stack) {
        var customer = visitors.open(look).goAs(look.language().acme(), "/harmony/tickets?status=open");
        assertThat(customer.path()).isEqualTo("/harmony/tickets?status=open");
        var subject = "Order sync stalls " + UUID.randomUUID();
        var theCase = file(customer, subject);
        acknowledged(customer, theCase, subject, stack);
        converse(customer, theCase, visitors, look);
        readMail(customer, theCase, subject);
        close(customer, theCase);
    }

    private static CasePage file(Visitor customer, String subject) {
        var list = new CaseListPage(customer);
        assertThat(list.heading()).hasText(customer.say("My Cases", "Mis Casos"));
        return list.create()
                .fill(subject, "Since 9:00 nothing arrives.\n\nExpected: orders within **a minute**.")
                .choose("steps.txt", "1. Open the project")
                .awaitUploads(1)
                .drop("error log ñ.txt", "ERROR 42")
                .awaitUploads(2)
                .submit();
    }

    private static void acknowledged(Visitor customer, CasePage theCase, String subject, PortalStack stack) {
        assertThat(theCase.notice().first()).containsText(theCase.number());
        assertThat(theCase.heading()).containsText(subject);
        assertThat(theCase.attachments()).hasCount(2);
        var mail = stack.mails()
                .waitFor(
                        customer.language().acmeEmail(),
                        each -> each.subject().contains("[" + theCase.number() + "]")
                                && each.subject().contains(subject));
        assertThat(mail.subject()).contains(customer.say("We have received your case", "Hemos recibido tu caso"));
        assertThat(mail.text()).contains(theCase.number());
    }

    private static void converse(Visitor customer, CasePage theCase, Visitors visitors, Look look) {
        var agent = visitors.open(look).goAs("agent", "/staff");
        assertThat(agent.path()).startsWith("/staff/tickets");
        agent.go("/staff/harmony/tickets/" + theCase.number());
        var desk = new StaffCasePage(agent);
        desk.note("Only for us: looks like the broker.");
        desk.reply("Please send the agent's version.");

        customer.page().reload();
        assertThat(theCase.conversation()).containsText("Please send the agent's version.");
        assertThat(customer.page().content()).doesNotContain("looks like the broker");
        theCase.comment("It is version 11.38.");
        assertThat(customer.page().content()).doesNotContain("looks like the broker");
        theCase.attach("version.txt", "11.38");
        assertThat(theCase.attachments()).hasCount(3);

        agent.page().reload();
        assertThat(agent.page().locator(".thread")).containsText("It is version 11.38.");
    }

    private static void readMail(Visitor customer, CasePage theCase, String subject) {
        var mails = theCase.activity().getByRole(AriaRole.LINK);
        assertThat(mails.first()).isVisible();
        mails.filter(new Locator.FilterOptions()
                        .setHasText(customer.say("We have received your case", "Hemos recibido tu caso")))
                .click();
        assertThat(theCase.heading()).containsText(subject);
        assertThat(customer.page().locator(".mail-body")).containsText(theCase.number());
        customer.page()
                .getByText(customer.say("Back to the conversation", "Volver a la conversación"))
                .click();
        assertThat(theCase.conversation()).isVisible();
    }

    private static void close(Visitor customer, CasePage theCase) {
        theCase.close();
        assertThat(theCase.followUp()).isVisible();
        assertThat(theCase.closeButton()).hasCount(0);
        assertThat(customer.page().locator("#text")).hasCount(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#all")
    void the_link_back_returns_to_the_list_as_it_was_left(Look look, Visitors visitors, PortalStack stack) {
        var word = "zurück" + Math.abs(UUID.randomUUID().getLeastSignificantBits());
        var number = Cases.file(stack, look.language(), "Back to " + word);
        var left = "/harmony/tickets?status=all&q=" + word.replace("ü", "%C3%BC") + "&sort=number";
        var customer = visitors.open(look).goAs(look.language().acme(), left);
        var theCase = new CaseListPage(customer).open(number);
        theCase.comment("A word in between.");
        theCase.back();
        assertThat(new CaseListPage(customer).row(number)).isVisible();
        assertThat(customer.path()).contains("q=zur", "sort=number");
    }
}
