package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Browser;
import dev.portico.testclient.Html;
import dev.portico.testclient.PasswordPage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The session ends while somebody fills in a form. */
@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class ExpiredFormIT {
    private static final String NEW = "/harmony/tickets/new";
    private static final String KEYCLOAK = "/realms/";

    private final String subject = "Lost <session> & \"found\" ñ " + UUID.randomUUID();
    private final String description = "First line\nsecond line " + UUID.randomUUID();

    @Test
    void what_was_typed_is_offered_again_after_a_new_login_and_can_then_be_sent(PortalStack stack, Accounts accounts) {
        var account = accounts.create("harmony", "en").name();
        var browser = new Browser(stack);
        var form = typed(Html.of(browser.login(NEW, account)));
        browser.cookies().drop(Browser.SESSION);
        browser.cookies().dropBelow(KEYCLOAK);

        var refused = browser.post(NEW, form);
        assertThat(refused.status()).isEqualTo(303);
        var again = browser.follow(new PasswordPage(browser.follow(refused)).submit(browser, account));
        assertThat(again.response().uri()).hasToString(stack.portalUrl() + NEW);
        assertThat(Html.of(again).value("subject")).isEqualTo(subject);
        assertThat(again.body()).contains("second line " + description.substring(description.lastIndexOf(' ') + 1));
        assertThat(tickets(stack, account))
                .as("nothing was filed by the refused form")
                .doesNotContain("Lost");

        var filed = browser.follow(browser.post(NEW, typed(Html.of(again))));
        assertThat(filed.response().uri().getPath()).matches("/harmony/tickets/[0-9]+");
        assertThat(tickets(stack, account)).contains("Lost");
    }

    @Test
    void what_was_typed_is_offered_once(PortalStack stack, Accounts accounts) {
        var account = accounts.create("harmony", "en").name();
        var browser = new Browser(stack);
        var form = typed(Html.of(browser.login(NEW, account)));
        browser.cookies().drop(Browser.SESSION);
        assertThat(Html.of(browser.follow(browser.post(NEW, form))).value("subject"))
                .as("by the session at Keycloak, without a password")
                .isEqualTo(subject);
        assertThat(Html.of(browser.visit(NEW)).value("subject")).isEmpty();
    }

    @Test
    void another_person_who_logs_in_does_not_see_it(PortalStack stack, Accounts accounts) {
        var first = accounts.create("harmony", "en").name();
        var second = accounts.create("harmony", "en").name();
        var browser = new Browser(stack);
        var form = typed(Html.of(browser.login(NEW, first)));
        browser.cookies().drop(Browser.SESSION);
        browser.cookies().dropBelow(KEYCLOAK);

        var page = new PasswordPage(browser.follow(browser.post(NEW, form)));
        var shown = browser.follow(page.submit(browser, second));
        assertThat(shown.response().uri()).hasToString(stack.portalUrl() + NEW);
        assertThat(shown.body()).doesNotContain("Lost").doesNotContain("second line");
        assertThat(browser.visit("/harmony/tickets").body()).doesNotContain("Lost");
    }

    @Test
    void a_person_of_another_tenant_does_not_see_it(PortalStack stack, Accounts accounts) {
        var account = accounts.create("harmony", "en").name();
        var browser = new Browser(stack);
        var form = typed(Html.of(browser.login(NEW, account)));
        browser.cookies().drop(Browser.SESSION);
        browser.cookies().dropBelow(KEYCLOAK);
        browser.post(NEW, form);
        assertThat(browser.login("/bmc/tickets/new", "initech-en").body()).doesNotContain("Lost");
    }

    @Test
    void a_script_that_sends_the_form_is_led_to_the_login_as_well(PortalStack stack, Accounts accounts) {
        var account = accounts.create("harmony", "en").name();
        var browser = new Browser(stack);
        var form = typed(Html.of(browser.login(NEW, account)));
        browser.cookies().drop(Browser.SESSION);

        var answer = browser.post(NEW, form, Map.of("Faces-Request", "partial/ajax"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).get().asString().startsWith("text/xml");
        var login = new Html(answer.body()).find("<redirect url=\"([^\"]+)\"").orElseThrow();
        assertThat(login).startsWith(stack.keycloakUrl() + "/realms/harmony/");
        assertThat(Html.of(browser.visit(login)).value("subject")).isEqualTo(subject);
    }

    @Test
    void a_form_of_a_session_that_keycloak_ended_is_kept_too(PortalStack stack, Accounts accounts) {
        var account = accounts.create("harmony", "en");
        var browser = new Browser(stack);
        var form = typed(Html.of(browser.login(NEW, account.name())));
        accounts.logout(account);
        var page = new PasswordPage(browser.follow(browser.post(NEW, form)));
        var again = browser.follow(page.submit(browser, account.name()));
        assertThat(Html.of(again).value("subject")).isEqualTo(subject);
    }

    private Map<String, String> typed(Html page) {
        var form = new LinkedHashMap<>(page.hidden("new"));
        form.put("field-product", page.find("<option value=\"([^\"]+)\"").orElseThrow());
        form.put("field-subject", subject);
        form.put("field-description", description);
        form.put("field-severity", "3");
        form.put("submit", "");
        return form;
    }

    private static String tickets(PortalStack stack, String account) {
        var answer = stack.api("harmony", account).get("/tickets");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
