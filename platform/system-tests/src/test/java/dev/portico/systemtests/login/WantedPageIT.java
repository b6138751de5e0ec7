package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Browser;
import dev.portico.testclient.PasswordPage;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PortalStackExtension.class)
class WantedPageIT {

    @ParameterizedTest
    @CsvSource({
        "acme-en, /harmony/tickets?status=closed&q=caf%C3%A9%20%26%20%2B1%25&page=0",
        "acme-en, /harmony/tickets/new",
        "initech-es, /bmc/settings?x=%3Cb%3E",
        "agent, /staff/tickets?status=open&q=a%2Fb"
    })
    void the_page_one_wanted_is_shown_after_login_query_string_and_all(
            String account, String wanted, PortalStack stack) {
        var shown = new Browser(stack).login(wanted, account);
        assertThat(shown.response().uri()).hasToString(stack.portalUrl() + wanted);
        assertThat(shown.status()).isEqualTo(200);
    }

    @Test
    void whoever_asks_only_to_log_in_comes_to_the_own_tickets(PortalStack stack) {
        assertThat(new Browser(stack)
                        .login("/bmc/login", "initech-en")
                        .response()
                        .uri())
                .hasToString(stack.portalUrl() + "/bmc/tickets");
    }

    @Test
    void the_session_has_another_id_after_the_login_and_the_earlier_one_opens_nothing(PortalStack stack) {
        var browser = new Browser(stack);
        var page = new PasswordPage(browser.visit("/harmony/tickets"));
        var before = browser.cookies().value(Browser.SESSION).orElseThrow();
        assertThat(browser.follow(page.submit(browser, "acme-en")).status()).isEqualTo(200);
        assertThat(browser.cookies().value(Browser.SESSION)).get().isNotEqualTo(before);

        var planter = new Browser(stack);
        planter.cookies().put(Browser.SESSION, before);
        assertThat(planter.opens("/harmony/tickets")).isFalse();
    }

    @Test
    void an_id_that_the_server_never_gave_out_is_not_taken_for_a_session(PortalStack stack) {
        var browser = new Browser(stack);
        browser.cookies().put(Browser.SESSION, "0123456789abcdef0123456789ab");
        browser.get("/harmony/tickets");
        assertThat(browser.cookies().value(Browser.SESSION)).get().isNotEqualTo("0123456789abcdef0123456789ab");
    }

    @ParameterizedTest
    @CsvSource({"es, es", "es-MX, es", "'fr, es;q=0.8, en;q=0.5', es", "en, en", "en-GB, en"})
    void keycloaks_page_speaks_the_readers_language(String accepted, String shown, PortalStack stack) {
        var page = new PasswordPage(new Browser(stack, accepted).visit("/harmony/tickets"));
        assertThat(page.html().language()).isEqualTo(shown);
        assertThat(page.answer().response().uri().getQuery()).contains("ui_locales=" + shown);
    }

    @Test
    void keycloaks_page_speaks_the_language_that_was_chosen_in_the_portal(PortalStack stack) {
        var browser = new Browser(stack, "en");
        browser.post("/harmony/language", Map.of("language", "es", "return", "/harmony"));
        assertThat(new PasswordPage(browser.visit("/harmony/tickets")).html().language())
                .isEqualTo("es");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/.//evil.example",
                "/harmony/..//evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "@evil.example",
                ".evil.example",
                "/harmony\r\nLocation: https://evil.example/",
                ""
            })
    void no_address_leads_out_of_the_portal(String evil, PortalStack stack) {
        var query = "?return=" + Browser.encode(evil);
        var browser = new Browser(stack);
        var shown = browser.login("/harmony/login" + query, "acme-en");
        assertThat(shown.response().uri()).hasToString(stack.portalUrl() + "/harmony/tickets");

        assertStays(Browser.location(browser.get("/harmony/login" + query)), stack);
        for (var path : new String[] {"/language", "/harmony/language", "/staff/language"}) {
            var answer = new Browser(stack).post(path, Map.of("language", "en", "return", evil));
            assertThat(answer.status()).isEqualTo(303);
            assertStays(Browser.location(answer), stack);
        }
    }

    @Test
    void a_page_of_the_portal_is_taken_for_the_return(PortalStack stack) {
        var wanted = "/harmony/tickets?status=all&q=a%26b";
        var login = "/harmony/login?return=" + Browser.encode(wanted);
        assertThat(new Browser(stack).login(login, "acme-en").response().uri()).hasToString(stack.portalUrl() + wanted);
        var answer = new Browser(stack).post("/harmony/language", Map.of("language", "es", "return", wanted));
        assertThat(Browser.location(answer)).isEqualTo(stack.portalUrl() + wanted);
    }

    private static void assertStays(String address, PortalStack stack) {
        assertThat(URI.create(address).getAuthority())
                .isEqualTo(URI.create(stack.portalUrl()).getAuthority());
        assertThat(address).doesNotContain("evil");
    }
}
