package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Browser;
import dev.portico.testclient.PasswordPage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class LogoutIT {
    private static final String TICKETS = "/harmony/tickets";

    @Test
    void a_logout_ends_the_session_here_and_at_keycloak(PortalStack stack) {
        var browser = new Browser(stack);
        browser.login(TICKETS, "acme-en");
        var session = browser.cookies().value(Browser.SESSION).orElseThrow();

        var left = browser.post("/harmony/logout", Map.of());
        assertThat(left.status()).isEqualTo(303);
        assertThat(Browser.location(left)).startsWith(stack.keycloakUrl() + "/realms/harmony/");
        var shown = browser.follow(left);
        assertThat(shown.response().uri()).hasToString(stack.portalUrl() + "/harmony");
        assertThat(shown.body()).doesNotContain("Grace Miller");
        assertThat(browser.opens(TICKETS))
                .as("a new visit asks for the password")
                .isFalse();

        var thief = new Browser(stack);
        thief.cookies().put(Browser.SESSION, session);
        assertThat(thief.opens(TICKETS)).as("the old session").isFalse();
    }

    @Test
    void without_a_logout_a_new_session_of_the_portal_asks_for_no_password(PortalStack stack) {
        var browser = new Browser(stack);
        browser.login(TICKETS, "acme-en");
        browser.cookies().drop(Browser.SESSION);
        assertThat(browser.opens(TICKETS))
                .as("what the other tests' password page proves")
                .isTrue();
    }

    @Test
    void only_a_posted_form_logs_out(PortalStack stack) {
        var browser = new Browser(stack);
        browser.login(TICKETS, "acme-en");
        var answer = browser.get("/harmony/logout");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("POST");
        assertThat(browser.get(TICKETS).status()).isEqualTo(200);
    }

    @Test
    void a_logout_of_somebody_not_logged_in_shows_the_start_page(PortalStack stack) {
        var browser = new Browser(stack);
        assertThat(browser.follow(browser.post("/harmony/logout", Map.of()))
                        .response()
                        .uri())
                .hasToString(stack.portalUrl() + "/harmony");
    }

    @Test
    void a_logout_in_one_browser_leaves_the_same_persons_other_browser(PortalStack stack) {
        var desk = new Browser(stack);
        var phone = new Browser(stack);
        desk.login(TICKETS, "acme-en");
        phone.login(TICKETS, "acme-en");
        desk.follow(desk.post("/harmony/logout", Map.of()));
        assertThat(desk.opens(TICKETS)).isFalse();
        assertThat(phone.get(TICKETS).status()).isEqualTo(200);
    }

    @Test
    void a_logout_at_keycloak_ends_every_session_of_that_account_here_and_nobody_elses(
            PortalStack stack, Accounts accounts) {
        var account = accounts.create("harmony", "en");
        var desk = new Browser(stack);
        var phone = new Browser(stack);
        var colleague = new Browser(stack);
        desk.login(TICKETS, account.name());
        phone.login(TICKETS, account.name());
        colleague.login(TICKETS, "acme-en");

        accounts.logout(account);
        assertThat(desk.get(TICKETS).status()).as("next click").isEqualTo(303);
        assertThat(desk.opens(TICKETS)).isFalse();
        assertThat(phone.opens(TICKETS)).isFalse();
        assertThat(colleague.get(TICKETS).status()).isEqualTo(200);
    }

    @Test
    void a_logout_at_keycloak_ends_the_login_to_its_own_realm_only(PortalStack stack, Accounts accounts) {
        var account = accounts.create("harmony", "en");
        var browser = new Browser(stack);
        browser.login(TICKETS, account.name());
        browser.login("/bmc/tickets", "initech-en");
        assertThat(browser.get(TICKETS).status()).isEqualTo(200);

        accounts.logout(account);
        assertThat(browser.get(TICKETS).status()).isEqualTo(303);
        assertThat(browser.get("/bmc/tickets").status()).isEqualTo(200);
        assertThat(browser.login(TICKETS, account.name()).status())
                .as("a new login")
                .isEqualTo(200);
    }

    @Test
    void logging_out_elsewhere_at_keycloak_ends_the_session_here(PortalStack stack, Accounts accounts) {
        var account = accounts.create("harmony", "en");
        var browser = new Browser(stack);
        browser.login(TICKETS, account.name());
        var session = browser.cookies().value(Browser.SESSION).orElseThrow();
        var end = Browser.location(browser.post("/harmony/logout", Map.of()));
        assertThat(browser.opens(TICKETS)).as("by the session at Keycloak").isTrue();
        assertThat(browser.cookies().value(Browser.SESSION)).get().isNotEqualTo(session);

        // As from the account's page at Keycloak: the portal's form is not asked.
        browser.follow(browser.get(end));
        assertThat(browser.opens(TICKETS)).isFalse();
    }

    @Test
    void a_disabled_account_loses_its_session_and_does_not_come_in_again(PortalStack stack, Accounts accounts) {
        var account = accounts.create("harmony", "en");
        var browser = new Browser(stack);
        browser.login(TICKETS, account.name());
        accounts.disable(account);
        accounts.logout(account);

        var page = new PasswordPage(browser.visit(TICKETS));
        var refused = page.submit(browser, account.name());
        assertThat(refused.status()).isEqualTo(200);
        assertThat(PasswordPage.is(refused)).isTrue();
        assertThat(refused.body()).contains("disabled");
        assertThat(browser.opens(TICKETS)).isFalse();
    }

    @Test
    void a_disabled_account_with_a_living_session_at_keycloak_gets_no_new_session_here(
            PortalStack stack, Accounts accounts) {
        var account = accounts.create("harmony", "en");
        var browser = new Browser(stack);
        browser.login(TICKETS, account.name());
        accounts.disable(account);
        browser.cookies().drop(Browser.SESSION);
        var shown = browser.visit(TICKETS);
        assertThat(shown.body()).doesNotContain(account.firstName());
        assertThat(shown.response().uri().getPath()).startsWith("/realms/harmony/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
    void a_forged_notice_ends_no_session(String notice, PortalStack stack) {
        assertNoticeRefused(notice, stack);
    }

    @Test
    void a_token_for_something_else_is_no_notice(PortalStack stack) {
        assertNoticeRefused(stack.token("harmony", "acme-en"), stack);
    }

    private static void assertNoticeRefused(String notice, PortalStack stack) {
        var browser = new Browser(stack);
        browser.login(TICKETS, "acme-en");
        var answer = new Browser(stack).post("/harmony/login/backchannel-logout", Map.of("logout_token", notice));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(browser.get(TICKETS).status()).isEqualTo(200);
    }
}
