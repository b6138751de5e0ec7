package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Browser;
import dev.portico.testclient.Html;
import dev.portico.testclient.PasswordPage;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PortalStackExtension.class)
class CallbackIT {
    private static final String WANTED = "/harmony/tickets?status=closed&q=a%26b";

    @Test
    void a_browser_without_the_cookie_is_not_logged_in_by_somebody_elses_answer(PortalStack stack) {
        var beginner = new Browser(stack);
        var callback = callback(beginner, stack, "/harmony/tickets");

        var stranger = new Browser(stack);
        assertRefused(stranger.get(callback));
        assertThat(stranger.opens("/harmony/tickets")).isFalse();

        assertThat(beginner.visit(callback).status()).as("the one who began").isEqualTo(200);
        assertThat(beginner.opens("/harmony/tickets")).isTrue();
    }

    @Test
    void a_browser_that_began_a_login_of_its_own_does_not_take_somebody_elses_answer(PortalStack stack) {
        var callback = callback(new Browser(stack), stack, "/harmony/tickets");
        var other = new Browser(stack);
        other.visit("/harmony/tickets");
        assertRefused(other.get(callback));
        assertThat(other.opens("/harmony/tickets")).isFalse();
    }

    @Test
    void an_answer_counts_once(PortalStack stack) {
        var browser = new Browser(stack);
        var callback = callback(browser, stack, "/harmony/tickets");
        assertThat(browser.visit(callback).status()).isEqualTo(200);

        var again = browser.get(callback);
        assertThat(again.status()).as("back button while logged in").isEqualTo(303);
        assertThat(Browser.location(again)).isEqualTo(stack.portalUrl() + "/harmony/tickets");

        browser.follow(browser.post("/harmony/logout", Map.of()));
        assertRefused(browser.get(callback));
        assertThat(browser.opens("/harmony/tickets")).isFalse();
    }

    @Test
    void somebody_elses_code_does_not_log_in_with_the_own_state(PortalStack stack) {
        var foreign = callback(new Browser(stack), stack, "/harmony/tickets");
        var browser = new Browser(stack);
        var own = callback(browser, stack, "/harmony/tickets");
        assertRefused(browser.get(replace(own, "code", parameter(foreign, "code"))));
        assertThat(browser.visit(own).status()).as("the state is used up").isEqualTo(400);
    }

    @Test
    void an_answer_of_one_realm_does_not_count_at_another(PortalStack stack) {
        var browser = new Browser(stack);
        var callback = callback(browser, stack, "/harmony/tickets");
        assertRefused(browser.get(callback.replace("/harmony/login/callback", "/bmc/login/callback")));
        assertThat(browser.opens("/bmc/tickets")).isFalse();
        assertThat(browser.get("/harmony/tickets").status()).isEqualTo(303);
    }

    @Test
    void an_answer_of_another_issuer_does_not_count(PortalStack stack) {
        var browser = new Browser(stack);
        var callback = callback(browser, stack, "/harmony/tickets");
        assertRefused(browser.get(replace(callback, "iss", stack.keycloakUrl() + "/realms/bmc")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?code=x", "?state=x&code=y", "?state=&code=", "?error=access_denied", "?state=a&state=b"})
    void a_made_up_answer_logs_nobody_in(String query, PortalStack stack) {
        var browser = new Browser(stack);
        browser.visit("/harmony/tickets");
        assertRefused(browser.get("/harmony/login/callback" + query));
        assertThat(browser.opens("/harmony/tickets")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "en, The login was canceled or not permitted., Try again",
        "es, El inicio de sesión se canceló o no está permitido., Intentar de nuevo"
    })
    void a_denied_login_says_so_in_the_readers_language_and_leads_back_to_the_wanted_page(
            String language, String says, String again, PortalStack stack) {
        var browser = new Browser(stack, language);
        var state = parameter(Browser.location(browser.get(WANTED)), "state");
        var denied = browser.get("/harmony/login/callback?error=access_denied&state=" + state + "&iss="
                + Browser.encode(stack.keycloakUrl() + "/realms/harmony"));
        assertThat(denied.status()).isEqualTo(403);
        assertThat(Html.of(denied).language()).isEqualTo(language);
        assertThat(denied.body()).contains(says).contains(again);

        var retry =
                Html.of(denied).find("href=\"([^\"]*/login\\?return=[^\"]*)\"").orElseThrow();
        assertThat(browser.login(retry, "acme-en").response().uri()).hasToString(stack.portalUrl() + WANTED);
    }

    private static String callback(Browser browser, PortalStack stack, String wanted) {
        var page = new PasswordPage(browser.visit(stack.portalUrl() + wanted));
        return page.callback(browser, "acme-en");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Login did not work").contains("/login");
    }

    private static String parameter(String address, String name) {
        return Stream.of(URI.create(address).getRawQuery().split("&"))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> parameter.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static String replace(String address, String name, String value) {
        var query = Stream.of(URI.create(address).getRawQuery().split("&"))
                .map(parameter -> parameter.startsWith(name + "=") ? name + "=" + value : parameter)
                .collect(Collectors.joining("&"));
        return address.substring(0, address.indexOf('?') + 1) + query;
    }
}
