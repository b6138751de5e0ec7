package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.CasePage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A desk with priorities, ten statuses and menus of the organization's own (D1, D2, D4, D7). */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class PriorityTicketJourneyIT {
    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#crossed")
    void a_critical_ticket_is_filed_told_to_four_teams_and_moved_as_the_workflow_allows(
            Look look, Visitors visitors, PortalStack stack) {
        var customer = visitors.open(look).goAs("hooli-" + look.language().tag(), "/app-builder/dashboard");
        var pages = new PageCheck(customer);
        seeDashboard(customer, pages);
        var subject = "All panels are empty " + UUID.randomUUID();
        var ticket = file(customer, pages, subject);
        for (var team : List.of("support-team", "infrastructure", "framework", "customer-success")) {
            stack.mails().waitFor(team + "@app-builder.example", mail -> mail.subject()
                    .contains("[" + ticket.number() + "]"));
        }
        attach(customer, ticket);
        pages.check("ticket");
        work(visitors.open(look).goAs("agent", "/staff"), ticket.number());
        reopen(customer, ticket);
        pages.check("closed ticket that can be reopened");
        assertThat(pages.faults()).isEmpty();
    }

    private static void seeDashboard(Visitor customer, PageCheck pages) {
        var page = customer.page();
        assertThat(heading(page)).hasText(customer.say("Dashboard", "Panel"));
        var content = page.locator("main");
        assertThat(content).containsText(customer.say("On Saturday", "El sábado"));
        assertThat(content).containsText("Hooli");
        assertThat(content).containsText("Visitor book");
        assertThat(content).containsText(customer.language() == Language.ENGLISH ? "Nathan Reed" : "Carmen Rojas");
        assertThat(content).not().containsText("Compression lab");
        assertThat(page.locator(".appnav a")).hasText(new String[] {
            customer.say("Documentation (another site)", "Documentación (otro sitio)"),
            customer.say("Community Forum (another site)", "Foro de la Comunidad (otro sitio)"),
            customer.say("Dashboard", "Panel"),
            customer.say("System status", "Estado del sistema"),
            customer.say("Current Tickets", "Tickets Actuales"),
            customer.say("Archived Tickets", "Tickets Archivados")
        });
        pages.check("dashboard");
    }

    private static CasePage file(Visitor customer, PageCheck pages, String subject) {
        var page = customer.go("/app-builder/tickets/new").page();
        page.locator("label[for=priority-critical]").click();
        page.locator("#environment").selectOption("test");
        page.locator("#application").selectOption("test-orders");
        page.locator("#environment").selectOption("production");
        assertThat(page.locator("#application")).hasValue("");
        assertThat(page.locator("#application optgroup:not([disabled]) option"))
                .hasText(new String[] {"Order desk", "Visitor book"});
        page.locator("#application").selectOption("production-visits");
        page.locator("#keyword").selectOption("ui");
        page.locator("#subject").fill("");
        page.locator("#description").fill("Since 9:00 nobody sees anything.");
        page.locator("#submit").click();
        assertThat(page.locator(".error-summary")).isVisible();
        pages.check("new with errors");
        assertThat(page.locator("#environment")).hasValue("production");
        assertThat(page.locator("#application")).hasValue("production-visits");
        assertThat(page.locator("#priority-critical")).isChecked();
        page.locator("#subject").fill(subject);
        page.locator("#submit-with-files").click();
        page.waitForURL(url -> url.matches(".*/tickets/[0-9]+\\?attach#attaching"));
        return CasePage.opened(customer);
    }

    private static void attach(Visitor customer, CasePage ticket) {
        var page = customer.page();
        assertThat(page.locator("dl.facts")).containsText("Production");
        assertThat(page.locator("dl.facts")).containsText("Visitor book");
        assertThat(page.locator("dl.facts")).containsText(customer.say("Pages and panels", "Páginas y paneles"));
        assertThat(promise(page)).containsText(customer.say("Running", "En curso"));
        assertThat(promise(page))
                .containsText(customer.say("2 hours, around the clock", "2 horas, las 24 horas del día"));
        assertThat(promise(page).locator(".receipt li")).hasCount(2);
        assertThat(page.locator("#attach")).isVisible();
        page.locator("#files")
                .setInputFiles(new FilePayload("panel.txt", "text/plain", "empty".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".file-row.is-done")).hasCount(1);
        page.locator("#attach").click();
        assertThat(ticket.attachments()).hasCount(1);
    }

    private static Locator promise(Page page) {
        return page.locator(".card:has(.promise)");
    }

    private static void work(Visitor agent, String number) {
        var row =
                agent.go("/staff/tickets?tenant=app-builder&sort=due").page().locator("tr:has-text('" + number + "')");
        assertThat(row.locator("time.sla")).isVisible();
        var page = agent.go("/staff/app-builder/tickets/" + number).page();
        assertThat(offered(page)).isEqualTo(List.of("open", "acknowledged", "in-progress", "on-hold", "closed"));
        move(page, "acknowledged");
        assertThat(offered(page)).contains("customer-pending").doesNotContain("open", "archived");
        page.locator("#severity").selectOption("high");
        page.locator("#rate").click();
        assertThat(page.locator(".case-bar .tone-high")).isVisible();
        move(page, "solution-provided");
    }

    private static void reopen(Visitor customer, CasePage ticket) {
        var page = customer.page();
        page.reload();
        assertThat(ticket.conversation()).containsText(customer.say("from Critical to High", "de Crítica a Alta"));
        assertThat(promise(page)).containsText(customer.say("Met", "Cumplido"));
        assertThat(promise(page)).containsText(customer.say("1 business day", "1 día hábil"));
        assertThat(offered(page)).isEqualTo(List.of("in-progress"));
        move(page, "in-progress");
        assertThat(ticket.state()).containsText(customer.say("In Progress", "En curso"));
        assertThat(page.locator("#update")).hasCount(0);
        ticket.comment("It is back again.");
        page.locator("#close").click();
        page.getByRole(AriaRole.DIALOG).locator("button[value=confirmed]").click();
        assertThat(ticket.state()).containsText(customer.say("Closed", "Cerrado"));
        assertThat(offered(page)).isEqualTo(List.of("in-progress"));
    }

    private static void move(Page page, String status) {
        page.locator("#status").selectOption(status);
        page.locator("#update").click();
        assertThat(page.locator(".callout.tone-ok, .callout.notice").first()).isVisible();
    }

    @SuppressWarnings("unchecked")
    private static List<String> offered(Page page) {
        return (List<String>) page.locator("#status option").evaluateAll("all => all.map(each => each.value)");
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }
}
