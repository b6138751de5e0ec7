package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.NewCasePage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class LanguageIT {

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#all")
    void a_visitor_without_an_account_switches_the_language_and_it_sticks(Look look, Visitors visitors) {
        var visitor = visitors.open(look).go("/");
        assertSpeaks(visitor, look.language());
        switchTo(visitor, look.language().other());
        for (var tenant : List.of("harmony", "bmc", "app-builder", "legacy", "data-loader")) {
            visitor.go("/" + tenant);
            assertSpeaks(visitor, look.language().other());
        }
        switchTo(visitor, look.language());
        assertSpeaks(visitor.go("/"), look.language());
    }

    /** The account is one that no other journey uses, for the choice is kept in its profile. */
    @Test
    void a_customer_switches_the_language_on_every_page_and_stays_there(Visitors visitors) {
        var customer =
                visitors.open(new Look(Language.ENGLISH, Look.DESKTOP)).goAs("globex-en", "/harmony/tickets/new");
        switchTo(customer, Language.ENGLISH);
        var theCase = new NewCasePage(customer).fill("Language", "Words").submit();
        var language = Language.ENGLISH;
        for (var path : List.of(
                "/harmony",
                "/harmony/tickets?status=all",
                "/harmony/tickets/new",
                "/harmony/tickets/" + theCase.number(),
                "/harmony/settings")) {
            customer.go(path);
            assertSpeaks(customer, language);
            language = language.other();
            switchTo(customer, language);
            org.assertj.core.api.Assertions.assertThat(customer.path()).isEqualTo(path);
        }
        switchTo(customer, Language.ENGLISH);
    }

    private static void switchTo(Visitor visitor, Language language) {
        visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(language == Language.ENGLISH ? "English" : "Español")
                                .setExact(true))
                .click();
        assertSpeaks(visitor, language);
    }

    private static void assertSpeaks(Visitor visitor, Language language) {
        assertThat(visitor.page().locator("html")).hasAttribute("lang", language.tag());
    }
}
