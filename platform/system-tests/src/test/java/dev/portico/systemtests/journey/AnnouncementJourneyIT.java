package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.LanguageSwitch;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** D1: an administrator announces something in both languages, and a customer reads it in theirs. */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class AnnouncementJourneyIT {
    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#desktop")
    void what_is_announced_stands_on_the_dashboard_in_the_customers_language(Look look, Visitors visitors) {
        var english = "We move on Sunday " + UUID.randomUUID();
        var spanish = "Nos mudamos el domingo " + UUID.randomUUID();
        var admin = visitors.open(look).goAs("admin", "/staff/app-builder/plugins/app-builder-tickets");
        var language = new LanguageSwitch(admin);
        language.choose(look.language());
        try {
            announce(admin, english, spanish);
        } finally {
            language.choose(Language.ENGLISH);
        }
        var customer = visitors.open(look).goAs("hooli-" + look.language().tag(), "/app-builder/dashboard");
        var content = customer.page().locator("main");
        assertThat(content).containsText(customer.say(english, spanish));
        assertThat(content).not().containsText(customer.say(spanish, english));
    }

    private static void announce(Visitor admin, String english, String spanish) {
        var page = admin.page();
        for (var text : new String[][] {{"en", english}, {"es", spanish}}) {
            var area = page.locator("#announcements-" + text[0]);
            area.fill(text[1] + "\n" + area.inputValue());
        }
        page.locator("#save").click();
        assertThat(page.getByText(admin.say("are saved", "está guardada"))).isVisible();
    }
}
