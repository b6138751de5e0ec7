package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Browser;
import dev.portico.testclient.Html;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profile before cookie before browser before tenant. */
@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class LanguageIT {
    private static final String COOKIE = "portico-language";
    private static final String TICKETS = "/harmony/tickets";

    @ParameterizedTest
    @CsvSource({
        "es, es",
        "es-419, es",
        "en-AU, en",
        "'de, es;q=0.5', es",
        "de, en",
        "'*', en",
        "'', en",
        "'<script>', en"
    })
    void a_visitors_browser_decides_at_first(String accepted, String shown, PortalStack stack) {
        for (var page : new String[] {"/", "/harmony", "/bmc"}) {
            assertThat(shownIn(new Browser(stack, accepted), page)).as(page).isEqualTo(shown);
        }
    }

    @Test
    void a_visitors_choice_counts_before_the_browser_and_lasts(PortalStack stack) {
        var browser = new Browser(stack, "es");
        var chosen = browser.post("/harmony/language", Map.of("language", "en", "return", "/bmc"));
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.header("Set-Cookie"))
                .get()
                .asString()
                .contains("Path=/;", "Max-Age=31536000", "SameSite=Lax");
        for (var page : new String[] {"/", "/harmony", "/bmc", "/nothing-there"}) {
            assertThat(shownIn(browser, page)).as(page).isEqualTo("en");
        }
        browser.cookies().drop(COOKIE);
        assertThat(shownIn(browser, "/harmony")).isEqualTo("es");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "", "ES", "es; Domain=evil.example", "en_XA", "../es", "<b>"})
    void a_language_that_there_is_not_is_not_chosen(String language, PortalStack stack) {
        var browser = new Browser(stack, "es");
        assertThat(browser.post("/harmony/language", Map.of("language", language))
                        .status())
                .isEqualTo(303);
        assertThat(browser.cookies().value(COOKIE)).isEmpty();
        browser.cookies().put(COOKIE, "xx-nothing");
        assertThat(shownIn(browser, "/harmony")).isEqualTo("es");
    }

    @Test
    void the_profile_counts_before_cookie_and_browser_where_one_is_logged_in(PortalStack stack, Accounts accounts) {
        var browser = new Browser(stack, "en");
        browser.post("/harmony/language", Map.of("language", "en"));
        var account = accounts.create("harmony", "es");
        assertThat(Html.of(browser.login(TICKETS, account.name())).language()).isEqualTo("es");
        assertThat(shownIn(browser, "/harmony")).isEqualTo("es");
        assertThat(shownIn(browser, "/harmony/nothing-there")).isEqualTo("es");
        assertThat(shownIn(browser, "/harmony/logout")).as("405").isEqualTo("es");
        assertThat(shownIn(browser, "/bmc")).as("not logged in there").isEqualTo("en");
        browser.follow(browser.post("/harmony/logout", Map.of()));
        assertThat(shownIn(browser, "/harmony")).as("after the logout").isEqualTo("en");
    }

    @Test
    void a_choice_of_somebody_logged_in_is_kept_in_the_account(PortalStack stack, Accounts accounts) {
        var account = accounts.create("harmony", "es").name();
        var desk = new Browser(stack, "es");
        desk.login(TICKETS, account);
        desk.post("/harmony/language", Map.of("language", "en", "return", TICKETS));
        assertThat(shownIn(desk, TICKETS)).isEqualTo("en");

        // Keycloak may refuse a login that follows another of the same person at once: it takes them one by one.
        assertThat(Waiting.until(
                        () -> Html.of(new Browser(stack, "es").login(TICKETS, account))
                                .language()
                                .equals("en"),
                        Duration.ofSeconds(10)))
                .isTrue();
    }

    @Test
    void a_choice_in_one_tenant_changes_no_account_of_another(PortalStack stack, Accounts accounts) {
        var harmony = accounts.create("harmony", "es").name();
        var bmc = accounts.create("bmc", "es").name();
        var browser = new Browser(stack, "es");
        browser.login(TICKETS, harmony);
        browser.login("/bmc/tickets", bmc);
        browser.post("/harmony/language", Map.of("language", "en"));
        assertThat(shownIn(browser, TICKETS)).isEqualTo("en");
        assertThat(shownIn(browser, "/bmc/tickets")).isEqualTo("es");
    }

    @Test
    void a_callers_accept_language_counts_before_the_account(PortalStack stack) {
        var api = stack.api("harmony", "acme-es");
        assertThat(api.with("Accept-Language", "en").get("/tickets/999999999").header("Content-Language"))
                .contains("en");
        assertThat(api.with("Accept-Language", "es").get("/tickets/999999999").header("Content-Language"))
                .contains("es");
        assertThat(api.get("/tickets/999999999").header("Content-Language"))
                .as("none given")
                .contains("es");
    }

    private static String shownIn(Browser browser, String page) {
        return Html.of(browser.get(page)).language();
    }
}
