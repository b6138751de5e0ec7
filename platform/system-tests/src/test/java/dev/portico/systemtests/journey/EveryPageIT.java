package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.LanguageSwitch;
import dev.portico.systemtests.page.NewCasePage;
import dev.portico.systemtests.ticket.Grants;
import jakarta.mail.MessagingException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class EveryPageIT {

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#crossed")
    void every_public_page_is_accessible_fits_its_window_and_breaks_no_rule(Look look, Visitors visitors) {
        var visitor = visitors.open(look);
        var pages = new PageCheck(visitor).visit("root", "/");
        // The one that leads to another site is looked at where it can be stopped.
        for (var tenant : List.of("harmony", "bmc", "app-builder", "legacy")) {
            pages.visit("landing of " + tenant, "/" + tenant);
        }
        pages.visit("status with an incident", "/app-builder/status")
                .visit("uptime", "/harmony/status/uptime")
                .visit("subscribe", "/harmony/subscriptions/system-status");
        pages.visit("no more mails about a case", "/harmony/tickets/1/mute/abc");
        visitor.expectTrouble("404");
        pages.visit("no such page", "/harmony/nothing").visit("no such tenant", "/nobody");
        assertThat(pages.faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#crossed")
    void every_page_of_a_customer_is_accessible_fits_its_window_and_breaks_no_rule(
            Look look, Visitors visitors, PortalStack stack) throws MessagingException {
        var open = Cases.file(stack, look.language(), "Producción caída, " + "along".repeat(30));
        var closed = Cases.file(stack, look.language(), "A closed case");
        Cases.close(stack, look.language(), closed);
        var customer = visitors.open(look).goAs(look.language().acme(), "/harmony/tickets");
        var page = customer.page();
        var pages = new PageCheck(customer)
                .check("list")
                .visit("landing after login", "/harmony")
                .visit("empty list", "/harmony/tickets?q=nothing-has-this-keyword")
                .visit("new", "/harmony/tickets/new");
        var form = new NewCasePage(customer);
        form.subject().fill("");
        form.submitButton().click();
        assertThat(form.errorSummary()).isVisible();
        pages.check("new with errors").visit("case", "/harmony/tickets/" + open);
        page.locator("details.disclose > summary").all().forEach(Locator::click);
        pages.check("case with open forms");
        page.locator("#close").click();
        pages.check("case asking whether to close it").visit("closed case", "/harmony/tickets/" + closed);
        page.locator("a[href*='/mails/']").first().click();
        page.waitForURL(url -> url.contains("/mails/"));
        pages.check("mail")
                .visit("case by mail", "/harmony/tickets/" + Cases.receive(stack, look.language(), "By mail"));
        page.locator("a[href*='/received-mails/']").first().click();
        page.waitForURL(url -> url.contains("/received-mails/"));
        page.locator("details > summary.btn-quiet").click();
        pages.check("received mail")
                .visit("login and security", "/harmony/settings/security")
                .visit("own data", "/harmony/settings/data")
                .visit("settings", "/harmony/settings");
        page.locator("details[data-menu] > summary").click();
        pages.check("the user's menu");
        customer.expectTrouble("404");
        pages.visit("no such case", "/harmony/tickets/999999999");
        assertThat(pages.faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#crossed")
    void every_page_of_a_contact_manager_is_accessible_fits_its_window_and_breaks_no_rule(
            Look look, Visitors visitors, PortalStack stack) throws SQLException {
        var number = Cases.file(stack, look.language(), "Of an enterprise");
        var manager = visitors.open(look).goAs(look.language().acme(), "/harmony/tickets");
        var grants = new Grants(stack);
        try {
            grants.set(look.language().acme(), true, true, true);
            grants.plan("acme", "ENTERPRISE", "'+1 555 0100'");
            var pages = new PageCheck(manager)
                    .visit("contacts", "/harmony/contacts")
                    .visit("delegation", "/harmony/delegations")
                    .visit("the organization's list", "/harmony/tickets?scope=organization")
                    .visit("landing of an enterprise", "/harmony")
                    .visit("case of an enterprise", "/harmony/tickets/" + number);
            manager.page().locator("details.disclose > summary").all().forEach(Locator::click);
            pages.check("case about to be escalated");
            assertThat(pages.faults()).isEmpty();
        } finally {
            grants.reset();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#crossed")
    void every_page_of_an_agent_is_accessible_fits_its_window_and_breaks_no_rule(
            Look look, Visitors visitors, PortalStack stack) throws MessagingException {
        var number = Cases.file(stack, look.language(), "Production down, for the staff");
        var mailed = Cases.receive(stack, look.language(), "By mail, for the staff");
        inTheirLanguage(visitors.open(look).goAs("agent", "/staff/settings"), agent -> {
            var page = agent.page();
            var pages = new PageCheck(agent)
                    .check("staff settings")
                    .visit("queue", "/staff/tickets")
                    .visit("empty queue", "/staff/tickets?q=nothing-has-this-keyword")
                    .visit("staff case", "/staff/harmony/tickets/" + number);
            page.locator("details.disclose > summary").all().forEach(Locator::click);
            page.locator("label:has(input[name=field-kind][value=note])").click();
            pages.check("staff case with a note");
            page.locator("a[href*='/mails/']").first().click();
            page.waitForURL(url -> url.contains("/mails/"));
            pages.check("staff mail").visit("staff case by mail", "/staff/harmony/tickets/" + mailed);
            page.locator("a[href*='/received-mails/']").first().click();
            page.waitForURL(url -> url.contains("/received-mails/"));
            pages.check("staff received mail");
            return pages;
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#crossed")
    void every_page_of_an_administrator_is_accessible_fits_its_window_and_breaks_no_rule(Look look, Visitors visitors) {
        inTheirLanguage(visitors.open(look).goAs("admin", "/staff/mails"), admin -> new PageCheck(admin)
                .check("unsent mails")
                .visit("unsent mails that wait", "/staff/mails?tenant=harmony&state=waiting&q=nobody")
                .visit("programmes", "/staff/tenants")
                .visit("branding", "/staff/legacy/branding")
                .visit("terms", "/staff/legacy/terms")
                .visit("received mails", "/staff/harmony/received-mails")
                .visit("a new mailbox", "/staff/harmony/mailboxes/new")
                .visit("a mailbox", "/staff/harmony/mailboxes/demo")
                .visit("deletion requests", "/staff/legacy/data-requests")
                .visit("texts", "/staff/legacy/texts")
                .visit("a text", "/staff/legacy/texts?origin=portal&key=common.footer")
                .visit("publishers", "/staff/plugins/publishers")
                .visit("allowed origins", "/staff/plugins/origins")
                .visit("a plugin's releases", "/staff/plugins/harmony-cases")
                .visit("a plugin with feeds and a job", "/staff/harmony/plugins/system-status")
                .visit("audit log", "/staff/audit")
                .visit("an audit log with nothing in it", "/staff/audit?actor=nobody-has-this-name"));
    }

    /** Puts the staff's profile, which all tests share, back into English. */
    private static void inTheirLanguage(Visitor staff, Function<Visitor, PageCheck> visit) {
        var language = new LanguageSwitch(staff);
        language.choose(staff.language());
        try {
            assertThat(visit.apply(staff).faults()).isEmpty();
        } finally {
            language.choose(Language.ENGLISH);
        }
    }
}
