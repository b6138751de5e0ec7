package dev.portico.systemtests.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.journey.PageCheck;
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.testclient.Accounts;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever came in without being asked, or before there were new terms, accepts the newest before anything else (C2, G2). */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class, AccountsExtension.class})
class TermsIT {
    private static final String SETTINGS = "/bmc/settings";
    private static final String WANTED = "/bmc/tickets?q=caf%C3%A9";

    @AfterEach
    void withdraw(PortalStack stack) throws SQLException {
        new PublishedTerms(stack, "bmc").withdraw("initech-en");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#crossed")
    void new_terms_come_before_any_other_page_and_nothing_typed_is_lost(
            Look look, Visitors visitors, PortalStack stack, Accounts accounts) throws SQLException {
        var person = accounts.create("bmc", look.language().tag());
        var visitor = visitors.open(look).goAs(person.name(), SETTINGS);
        var page = visitor.page();
        page.locator("#given-name").fill("Ana María");
        new PublishedTerms(stack, "bmc").publish();

        page.locator("#save").click();
        asked(visitor);
        var pages = new PageCheck(visitor).check("new terms");
        page.locator("#acceptance button").click();
        assertThat(page.locator("#terms-error")).containsText(visitor.say("to go on", "para continuar"));
        pages.check("new terms with an error");
        assertThat(pages.faults()).isEmpty();
        accept(visitor);
        page.waitForURL(url -> url.endsWith(SETTINGS));
        assertThat(page.locator("#given-name")).hasValue("Ana María");

        new PublishedTerms(stack, "bmc").publish();
        visitor.go(WANTED);
        asked(visitor);
        visitor.go("/bmc");
        assertThat(page.locator(".page-head h1, h1").first()).not().hasText(title(visitor));
        visitor.go(WANTED);
        accept(visitor);
        page.waitForURL(url -> url.endsWith(WANTED));
    }

    private static void asked(Visitor visitor) {
        var page = visitor.page();
        page.waitForURL(url -> url.contains("/bmc/terms?return="));
        assertThat(page.locator(".page-head h1, h1").first()).hasText(title(visitor));
        assertThat(page.locator("article")).containsText(visitor.say("Be nice.", "Sé amable."));
    }

    private static String title(Visitor visitor) {
        return visitor.say("Terms & Conditions", "Términos y condiciones");
    }

    private static void accept(Visitor visitor) {
        visitor.page().locator("#terms").check();
        visitor.page().locator("#acceptance button").click();
    }

    @Test
    void whoever_does_not_accept_can_read_and_leave_and_nothing_else(PortalStack stack, Accounts accounts)
            throws SQLException {
        var person = accounts.create("bmc", "en");
        var session = Session.login(stack, "bmc", person.name());
        var elsewhere = Session.login(stack, "harmony", "acme-en");
        var api = stack.api("bmc", person.name());
        assertThat(api.get("/tickets").status()).isEqualTo(200);
        var published = new PublishedTerms(stack, "bmc").publish();
        assertThat(elsewhere.get("/harmony/tickets").statusCode())
                .as("another programme")
                .isEqualTo(200);

        for (var path : new String[] {"/bmc/tickets", "/bmc/tickets.csv", "/bmc/dashboard", "/bmc/settings/data"}) {
            var answer = session.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location"))
                    .as(path)
                    .contains("/bmc/terms?return=" + path.replace("/", "%2F"));
        }
        var refused = api.get("/tickets");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.object().getString("detail")).contains("Terms & Conditions", "/bmc/terms");
        var draft = session.send("PUT", "/bmc/drafts/any", "{}", Map.of("Content-Type", "application/json"));
        assertThat(draft.statusCode()).isEqualTo(403);
        var forged = session.send(
                "POST", "/bmc/terms", "terms=accepted&terms-version=" + published + "&account=none", Map.of());
        assertThat(forged.statusCode()).as("a form that we did not write").isEqualTo(403);
        assertThat(session.get("/bmc/tickets").statusCode()).isEqualTo(303);
        assertThat(session.get("/bmc/terms?version=" + published).statusCode()).isEqualTo(200);
        var left = session.send("POST", "/bmc/logout", "", Map.of());
        assertThat(left.headers().firstValue("Location").orElse("")).contains("/realms/bmc/");
    }
}
