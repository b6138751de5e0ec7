package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.systemtests.page.CaseListPage;
import dev.portico.systemtests.page.CasePage;
import dev.portico.systemtests.page.LanguageSwitch;
import dev.portico.systemtests.page.LoginPage;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Accounts.Account;
import jakarta.json.Json;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** C4: an administrator moves the cases of {@code legacy} to {@code harmony}, and a customer follows their old link. */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class, AccountsExtension.class})
class MigrationJourneyIT {
    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#crossed")
    void an_administrator_moves_cases_and_a_customer_follows_an_old_link(
            Look look, Visitors visitors, Accounts accounts, PortalStack stack) {
        var person = accounts.create("legacy", look.language().tag());
        accounts.create(person, "harmony", look.language().tag());
        var old = file(stack, person);

        var admin = visitors.open(look).goAs("admin", "/staff/migrations");
        new LanguageSwitch(admin).choose(look.language());
        try {
            migrate(admin);
        } finally {
            new LanguageSwitch(admin).choose(Language.ENGLISH);
        }

        var customer = visitors.open(look);
        var number = follow(customer, person, old);
        assertThat(customer.page().locator("dl.facts")).containsText(customer.say("number " + old, "número " + old));
        customer.go("/harmony/tickets");
        new CaseListPage(customer).search("#" + old);
        assertThat(customer.page().locator(".by-number a"))
                .hasAttribute("href", "/harmony/tickets/" + number + "?list=%3Fq%3D%2523" + old);
        assertThat(stack.api("legacy", person.name()).get("/tickets/" + old).header("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/harmony/api/v1/tickets/" + number));
    }

    private static long file(PortalStack stack, Account person) {
        var api = stack.api("legacy", person.name());
        var number = Cases.number(Cases.file(
                api,
                Json.createObjectBuilder()
                        .add("type", "legacy-case")
                        .add("subject", "The agent stops")
                        .add("description", "Each night at two.")
                        .add("product", "agents")
                        .add("version", "5.4.1")
                        .add("severity", "4")));
        Cases.created(api.post(
                "/tickets/" + number + "/comments",
                Json.createObjectBuilder().add("text", "Also today.").build()));
        return number;
    }

    private static void migrate(Visitor admin) {
        var page = admin.page();
        var pages = new PageCheck(admin).check("migrations");
        page.locator(".page-actions a").click();
        page.locator("#from").selectOption("legacy:legacy-case");
        page.locator("#to").selectOption("harmony:case");
        pages.check("migration from where to where");
        page.locator("main form button").click();
        admin.page().getByRole(AriaRole.HEADING).first().waitFor();
        page.locator("#check").click();
        var unmapped = page.locator(".error-summary a");
        assertThat(unmapped).hasCount(1);
        pages.check("migration with a product that becomes nothing");
        page.locator("#product-cloud-studio").selectOption("integration-studio");
        page.locator("#check").click();
        assertThat(page.locator("#dry-run")).isVisible();
        assertThat(page.locator("#severity-4")).hasValue("3");
        pages.check("dry run");
        page.locator("#start").click();
        page.locator("#again").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        assertThat(page.locator(".card-head .badge")).hasText(admin.say("Finished", "Terminada"));
        pages.check("migration");
        assertThat(pages.faults()).isEmpty();
    }

    /** @return the new number */
    private static String follow(Visitor customer, Account person, long old) {
        customer.go("/legacy/tickets/" + old);
        new LoginPage(customer.page()).login(person.name());
        customer.page().waitForURL(url -> url.contains("/realms/harmony/"));
        customer.login(person.name());
        assertThat(customer.path()).startsWith("/harmony/tickets/");
        var here = CasePage.opened(customer);
        assertThat(here.conversation()).containsText("Each night at two.");
        assertThat(here.conversation()).containsText("Also today.");
        assertThat(here.state()).containsText(customer.say("3 (minor)", "3 (menor)"));
        return here.number();
    }
}
