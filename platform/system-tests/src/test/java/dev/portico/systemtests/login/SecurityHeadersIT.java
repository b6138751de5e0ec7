package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Browser;
import dev.portico.testclient.Html;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalStackExtension.class)
class SecurityHeadersIT {

    @Test
    void pages_run_no_scripts_but_their_own_and_stand_in_no_frame(PortalStack stack) {
        var browser = new Browser(stack);
        assertPage(browser.get("/"));
        assertPage(browser.get("/harmony"));
        var page = browser.login("/harmony/tickets", "acme-en");
        assertPage(page);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertPage(browser.get("/harmony/tickets/new"));
        assertPage(browser.get("/harmony/settings"));
    }

    @Test
    void every_page_has_another_nonce(PortalStack stack) {
        var browser = new Browser(stack);
        assertThat(nonce(browser.get("/harmony"))).isNotEqualTo(nonce(browser.get("/harmony")));
    }

    @Test
    void failures_are_guarded_like_pages(PortalStack stack) {
        var browser = new Browser(stack);
        assertPage(failure(browser.get("/nobody-there"), 404));
        assertPage(failure(browser.get("/harmony/nothing-there"), 404));
        assertPage(failure(browser.get("/harmony/login/callback"), 400));
        assertPage(failure(browser.post("/harmony/logout", Map.of(), Map.of("Sec-Fetch-Site", "cross-site")), 403));
        assertPage(failure(browser.get("/harmony/logout"), 405));
    }

    @Test
    void addresses_that_the_server_cannot_read_are_answered_by_the_portal(PortalStack stack) {
        for (var path : new String[] {
            "/harmony/%00", "/harmony/..%2f..%2fWEB-INF/web.xml", "/WEB-INF/web.xml", "/harmony/%2e%2e/x"
        }) {
            var answer = new Browser(stack).get(path);
            assertThat(answer.status()).as(path).isBetween(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("Payara", "GlassFish", "web-app");
        }
    }

    @Test
    void resources_are_taken_for_what_they_are(PortalStack stack) {
        var browser = new Browser(stack);
        var style = Html.of(browser.get("/harmony"))
                .find("href=\"([^\"]*portico\\.css[^\"]*)\"")
                .orElseThrow();
        var answer = browser.get(style);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).get().asString().startsWith("text/css");
        assertNothingElse(answer);
    }

    @Test
    void the_api_and_its_problems_allow_nothing(PortalStack stack) {
        var answer = stack.api("harmony", "acme-en").get("/tickets");
        assertThat(answer.status()).isEqualTo(200);
        assertNothingElse(answer);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertNothingElse(failure(stack.anonymous().get("/harmony/api/v1/tickets"), 401));
        assertNothingElse(failure(stack.api("harmony", "acme-en").get("/tickets/999999999"), 404));
    }

    @Test
    void a_download_is_never_shown_in_the_page(PortalStack stack) {
        var api = stack.api("harmony", "acme-en");
        var ticket = api.post(
                        "/tickets",
                        Json.createObjectBuilder()
                                .add("type", "case")
                                .add("product", "other")
                                .add("subject", "Headers of a download")
                                .add("description", "See the file.")
                                .add("severity", "3")
                                .build())
                .object()
                .getJsonNumber("number");
        var text = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var upload = api.upload("/tickets/" + ticket + "/attachments", "note.txt", text);
        assertThat(upload.status()).as(upload.body()).isEqualTo(201);

        var browser = new Browser(stack);
        var page = Html.of(browser.login("/harmony/tickets/" + ticket, "acme-en"));
        var download =
                browser.get(page.find("href=\"([^\"]*/attachments/[^\"]+)\"").orElseThrow());
        assertThat(download.status()).isEqualTo(200);
        assertThat(download.bytes()).isEqualTo(text);
        assertThat(download.header("Content-Disposition"))
                .get()
                .asString()
                .startsWith("attachment")
                .contains("note.txt");
        assertThat(download.header("Cache-Control"))
                .as("asked for again, never shared")
                .contains("private, no-cache");
        assertNothingElse(download);
    }

    @Test
    void the_way_to_the_login_is_guarded_and_not_kept(PortalStack stack) {
        var answer = new Browser(stack).get("/harmony/tickets");
        assertThat(answer.status()).isEqualTo(303);
        assertNothingElse(answer);
        assertThat(answer.header("Cache-Control")).get().asString().containsAnyOf("no-store", "no-cache");
    }

    @Test
    void scripts_do_not_read_the_sessions_cookie_and_other_sites_do_not_send_it(PortalStack stack) {
        var cookie =
                new Browser(stack).get("/harmony/tickets").header("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith(Browser.SESSION + "=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
        assertThat(cookie).doesNotContainIgnoringCase("Domain=");
    }

    @Test
    void no_address_carries_the_sessions_id(PortalStack stack) {
        var answer = new Browser(stack).get("/harmony/tickets");
        assertThat(answer.header("Location")).get().asString().doesNotContainIgnoringCase("jsessionid");
        assertThat(new Browser(stack).get("/harmony").body()).doesNotContainIgnoringCase("jsessionid");
    }

    @Test
    void a_visitor_who_passes_by_gets_no_session(PortalStack stack) {
        for (var path : new String[] {"/", "/harmony", "/staff/nothing-there", "/nobody-there"}) {
            assertThat(new Browser(stack).get(path).header("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
    }

    private static Answer failure(Answer answer, int status) {
        assertThat(answer.status()).as(answer.response().uri().toString()).isEqualTo(status);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        return answer;
    }

    private static void assertPage(Answer page) {
        assertCommon(page);
        var policies = String.join("\n", page.response().headers().allValues("Content-Security-Policy"));
        assertThat(policies)
                .contains("frame-ancestors 'none'")
                .contains("object-src 'none'")
                .contains("base-uri 'self'")
                .contains("form-action 'self'")
                .contains("script-src")
                .contains("'nonce-");
        new Html(policies).find("script-src ([^;\n]*)").ifPresent(scripts -> assertThat(scripts)
                .doesNotContain("unsafe-inline", "http:", "https:", "*"));
    }

    private static void assertNothingElse(Answer answer) {
        assertCommon(answer);
        assertThat(answer.header("Content-Security-Policy")).get().asString().startsWith("default-src 'none'");
    }

    private static void assertCommon(Answer answer) {
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Referrer-Policy")).contains("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }

    private static String nonce(Answer page) {
        return new Html(String.join("\n", page.response().headers().allValues("Content-Security-Policy")))
                .find("'nonce-([^']+)'")
                .orElseThrow();
    }
}
