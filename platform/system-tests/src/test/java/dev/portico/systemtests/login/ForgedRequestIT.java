package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Browser;
import dev.portico.testclient.Html;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another site makes the browser send something. */
@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class ForgedRequestIT {
    private static final Map<String, String> CROSS_SITE = Map.of("Sec-Fetch-Site", "cross-site");
    private static final String TICKETS = "/harmony/tickets";

    @Test
    void another_site_logs_nobody_out(PortalStack stack) {
        var browser = new Browser(stack);
        browser.login(TICKETS, "acme-en");
        var forged = browser.post("/harmony/logout", Map.of(), CROSS_SITE);
        assertThat(forged.status()).isEqualTo(403);
        assertThat(browser.get(TICKETS).status()).isEqualTo(200);

        var own = browser.post("/harmony/logout", Map.of(), Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(own.status()).isEqualTo(303);
        assertThat(browser.get(TICKETS).status()).isEqualTo(303);
    }

    @Test
    void another_site_chooses_no_language(PortalStack stack) {
        var browser = new Browser(stack);
        var forged = browser.post("/harmony/language", Map.of("language", "es"), CROSS_SITE);
        assertThat(forged.status()).isEqualTo(403);
        assertThat(browser.cookies().value("portico-language")).isEmpty();
    }

    @Test
    void another_site_files_no_ticket(PortalStack stack, Accounts accounts) {
        var account = accounts.create("harmony", "en").name();
        var browser = new Browser(stack);
        var page = Html.of(browser.login(TICKETS + "/new", account));
        var form = new LinkedHashMap<>(page.hidden("new"));
        form.putAll(
                Map.of("field-subject", "Forged", "field-description", "Forged", "field-severity", "3", "submit", ""));
        form.put("field-product", page.find("<option value=\"([^\"]+)\"").orElseThrow());

        assertThat(browser.post(TICKETS + "/new", form, CROSS_SITE).status()).isEqualTo(403);
        assertThat(stack.api("harmony", account).get("/tickets").body()).doesNotContain("Forged");
        assertThat(browser.post(TICKETS + "/new", form).status() / 100)
                .as("the same form of our own")
                .isEqualTo(3);
        assertThat(stack.api("harmony", account).get("/tickets").body()).contains("Forged");
    }

    @Test
    void another_site_writes_no_draft_and_sends_no_file(PortalStack stack) {
        var browser = new Browser(stack);
        browser.login(TICKETS, "acme-en");
        assertThat(browser.send("PUT", "/harmony/drafts/forged", CROSS_SITE, BodyPublishers.ofString("{}"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.send("POST", "/harmony/uploads/forged", CROSS_SITE, BodyPublishers.ofString("x"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"en, You may not do this", "es, No puedes hacer esto"})
    void the_refusal_is_in_the_readers_language(String language, String title, PortalStack stack) {
        var answer = new Browser(stack, language).post("/harmony/logout", Map.of(), CROSS_SITE);
        assertThat(Html.of(answer).language()).isEqualTo(language);
        assertThat(answer.body()).contains(title);
    }

    @Test
    void a_link_on_another_site_may_lead_here(PortalStack stack) {
        var browser = new Browser(stack);
        browser.login(TICKETS, "acme-en");
        assertThat(browser.get(TICKETS, CROSS_SITE).status()).isEqualTo(200);
    }
}
