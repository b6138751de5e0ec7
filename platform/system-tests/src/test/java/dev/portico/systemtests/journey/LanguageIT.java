package dev.portico.systemtests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.LanguageSwitch;
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
        new LanguageSwitch(visitor).assertSpeaks(look.language());
        new LanguageSwitch(visitor).choose(look.language().other());
        for (var tenant : List.of("harmony", "bmc", "app-builder", "legacy", "data-loader")) {
            visitor.go("/" + tenant);
            new LanguageSwitch(visitor).assertSpeaks(look.language().other());
        }
        new LanguageSwitch(visitor).choose(look.language());
        new LanguageSwitch(visitor.go("/")).assertSpeaks(look.language());
    }

    /** The account is one that no other journey uses, for the choice is kept in its profile. */
    @Test
    void a_customer_switches_the_language_on_every_page_and_stays_there(Visitors visitors) {
        var customer =
                visitors.open(new Look(Language.ENGLISH, Look.DESKTOP)).goAs("globex-en", "/harmony/tickets/new");
        new LanguageSwitch(customer).choose(Language.ENGLISH);
        var theCase = new NewCasePage(customer).fill("Language", "Words").submit();
        var language = Language.ENGLISH;
        for (var path : List.of(
                "/harmony",
                "/harmony/tickets?status=all",
                "/harmony/tickets/new",
                "/harmony/tickets/" + theCase.number(),
                "/harmony/settings")) {
            customer.go(path);
            new LanguageSwitch(customer).assertSpeaks(language);
            language = language.other();
            new LanguageSwitch(customer).choose(language);
            assertThat(customer.path()).isEqualTo(path);
        }
        new LanguageSwitch(customer).choose(Language.ENGLISH);
    }
}
