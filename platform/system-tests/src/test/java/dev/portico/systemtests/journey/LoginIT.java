package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class LoginIT {

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#desktop")
    void the_login_page_speaks_the_visitors_language_and_logout_ends_the_login_on_both_sides(
            Look look, Visitors visitors, PortalStack stack) {
        var customer = visitors.open(look).go("/harmony/tickets");
        var page = customer.page();
        page.waitForURL(url -> url.startsWith(stack.keycloakUrl()));
        assertThat(page.locator("html")).hasAttribute("lang", look.language().tag());
        customer.login(look.language().acme());

        page.locator("details[data-menu] > summary").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(customer.say("Logout", "Cerrar sesión")))
                .click();
        page.waitForURL(url -> url.startsWith(stack.portalUrl()));
        customer.go("/harmony/tickets");
        page.waitForURL(url -> url.startsWith(stack.keycloakUrl()));
        assertThat(page.locator("#password")).isVisible();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#desktop")
    void a_login_counts_only_in_its_own_tenant(Look look, Visitors visitors, PortalStack stack) {
        var customer = visitors.open(look).goAs(look.language().acme(), "/harmony/tickets");
        customer.go("/bmc/tickets");
        assertThat(customer.page().url()).startsWith(stack.keycloakUrl() + "/realms/bmc/");
    }
}
