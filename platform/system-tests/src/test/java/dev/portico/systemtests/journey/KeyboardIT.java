package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class KeyboardIT {
    private static final int MORE_STOPS_THAN_ANY_HEADER = 20;

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#all")
    void the_first_stop_of_the_tab_key_skips_to_the_content(Look look, Visitors visitors) {
        var page = visitors.open(look).go("/harmony").page();
        page.keyboard().press("Tab");
        var skip = page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName(look.language().say("Skip to Content", "Saltar al contenido")));
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.MAIN)).isFocused();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#all")
    void the_users_menu_opens_closes_and_leads_to_the_settings_by_keyboard(Look look, Visitors visitors) {
        var customer = visitors.open(look).goAs(look.language().acme(), "/harmony/tickets");
        var page = customer.page();
        var menu = page.locator("details[data-menu] > summary");
        var settings = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(customer.say("Settings", "Configuración")));
        tabTo(page, menu);
        page.keyboard().press("Enter");
        assertThat(settings).isVisible();
        page.keyboard().press("Escape");
        assertThat(settings).not().isVisible();
        assertThat(menu).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(settings).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/harmony/settings"));
    }

    private static void tabTo(Page page, Locator target) {
        for (var stop = 0; stop < MORE_STOPS_THAN_ANY_HEADER; stop++) {
            page.keyboard().press("Tab");
            if ((Boolean) target.evaluate("(element) => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("The tab key never reached " + target);
    }
}
