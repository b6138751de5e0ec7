package dev.portico.systemtests.status;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.journey.PageCheck;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator writes the status where there is no provider, and customers read it in their own language (F4). */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class StatusDeskIT {
    private static final String DESK = "/staff/legacy/status";

    @BeforeEach
    void enable(PortalStack stack) {
        FollowingTenant.staff(stack)
                .with("Content-Type", "application/json")
                .send(
                        "PUT",
                        "/plugins/system-status/tenants/legacy",
                        BodyPublishers.ofString("{\"enabled\": true, \"settings\": {}}"))
                .require(200);
    }

    @Test
    void an_incident_by_hand_is_read_in_both_languages_until_it_is_over(PortalStack stack, Visitors visitors) {
        var admin = visitors.open(new Look(Language.ENGLISH, Look.DESKTOP))
                .goAs("admin", "/staff/legacy/plugins/system-status");
        admin.expectTrouble("422");
        var pages = new PageCheck(admin);
        admin.page()
                .locator(".appnav")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("System status"))
                .click();
        pages.check("the status of staff");

        addComponent(admin, pages);
        publish(admin, pages);
        assertThat(admin.page().getByRole(AriaRole.STATUS)).containsText("It is published.");
        pages.check("an incident of staff");
        var incident = admin.path();

        var customer = visitors.open(new Look(Language.SPANISH, Look.PHONE));
        var publicPages = new PageCheck(customer).visit("the status", "/legacy/status");
        assertThat(customer.page().locator("main")).containsText("El servicio va lento");
        customer.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("El servicio va lento"))
                .last()
                .click();
        publicPages.check("an incident");
        assertThat(customer.page().locator("main")).containsText("Rendimiento reducido");
        publicPages.visit("uptime", "/legacy/status/uptime");

        admin.page().locator("#say-phase").selectOption("resolved");
        admin.page().locator("#say-body-en").fill("It is fast again.");
        admin.page().locator("form#say button[type=submit]").click();
        assertThat(admin.page().locator("main")).containsText("It is fast again.");
        customer.go("/legacy/status");
        assertThat(customer.page().locator("main")).containsText("Todos los sistemas están operativos");
        publicPages.visit("history", "/legacy/status/history");
        assertThat(customer.page()
                        .locator("main [lang=en]")
                        .filter(new Locator.FilterOptions().setHasText("It is fast again."))
                        .first())
                .isVisible();

        admin.go("/staff/audit?tenant=legacy");
        assertThat(admin.page().locator("main")).containsText(incident.substring(incident.lastIndexOf('/') + 1));
        assertThat(pages.faults()).isEmpty();
        assertThat(publicPages.faults()).isEmpty();
    }

    private static void addComponent(Visitor admin, PageCheck pages) {
        admin.go(DESK + "/components");
        pages.check("components of staff");
        admin.page().locator("#new-name-en").fill("Order intake");
        admin.page().locator("#new-name-es").fill("Entrada de pedidos");
        admin.page().locator("#new-region").fill("Europa");
        admin.page().locator("form#new button[type=submit]").click();
        assertThat(admin.page().locator("ul.states").filter(new Locator.FilterOptions().setHasText("Order intake")))
                .isVisible();
    }

    /** With a mistake at first. */
    private static void publish(Visitor admin, PageCheck pages) {
        admin.go(DESK + "/new-incident");
        admin.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The service is slow"))
                .click();
        admin.page().getByLabel("Order intake").check();
        admin.page().locator("#new-impact").selectOption("");
        admin.page().locator("form#new button[type=submit]").click();
        assertThat(admin.page().locator("#new-impact-error")).containsText("Choose one");
        pages.check("an incident that is refused");
        assertThat(admin.page().getByLabel("Order intake")).isChecked();
        admin.page().locator("#new-impact").selectOption("minor");
        admin.page().locator("form#new button[type=submit]").click();
    }
}
