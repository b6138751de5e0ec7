package dev.portico.systemtests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.fixtures.Publisher;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.journey.PageCheck;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses that a plugin answers: who may ask, what is made of the answer, and what no answer can do (J3). */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class ExtensionIT {
    private static final Publisher PUBLISHER = Publisher.named("Shown");
    private static final String TENANT = "data-loader";
    private static final String PAGE = "/data-loader/shown";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void install(PortalStack stack) throws IOException {
        var admin = new PlatformAdmin(stack);
        admin.enable(PlatformAdmin.ENTRY, TENANT, false);
        admin.pin(PUBLISHER);
        var jar = PUBLISHER.sign(ShownPages.plugin().writeTo(folder.resolve("shown.jar")));
        admin.run(ShownPages.ID, Files.readAllBytes(jar), "public-routes");
        admin.enable(ShownPages.ID, TENANT, true);
    }

    @AfterAll
    static void remove(PortalStack stack) throws SQLException {
        var admin = new PlatformAdmin(stack);
        admin.remove(ShownPages.ID, TENANT);
        admin.forget(PUBLISHER);
        admin.enable(PlatformAdmin.ENTRY, TENANT, true);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#crossed")
    void a_page_with_every_block_is_accessible_fits_its_window_and_breaks_no_rule(
            Look look, Visitors visitors, PortalStack stack) {
        var visitor = visitors.open(look);
        var pages = new PageCheck(visitor).visit("every block", PAGE);
        visitor.page().locator("details > summary").all().forEach(summary -> summary.click());
        pages.check("every block, opened").visit("the way to another site", PAGE + "/door");
        visitor.page().locator("[data-departure-stop]").click();
        assertThat(visitor.path()).isEqualTo(PAGE + "/door");
        pages.check("the way to another site, stopped").visit("a form", PAGE + "/form");
        visitor.expectTrouble("422");
        visitor.page().locator("#ask-name").fill("a name that is too long");
        visitor.page().locator("#ask [type=submit]").click();
        visitor.page().locator("[aria-invalid=true]").waitFor();
        pages.check("a form that was refused");
        assertThat(visitor.page().locator("#ask-name").inputValue()).isEqualTo("a name that is too long");
        assertThat(pages.faults()).isEmpty();
    }

    @Test
    void what_a_plugin_writes_is_text(PortalStack stack) {
        var page = Session.anonymous(stack).get(PAGE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "<p>&lt;script&gt;alert(1)&lt;/script&gt; #{7919*6007}",
                        ": &lt;script&gt;alert(1)&lt;/script&gt; #{7919*6007} &quot; onmouseover=&quot;x\"",
                        "lang=\"de\"")
                .doesNotContain("<script>alert", "47569433");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void to_a_tenant_that_has_not_enabled_it_the_page_is_absent(PortalStack stack) {
        var anybody = Session.anonymous(stack);
        for (var address :
                new String[] {"/harmony/shown", "/harmony/shown/api/v2/summary.json", "/harmony/shown/mine"}) {
            same(anybody.get(address), address, anybody.get("/harmony/nothing-at-all"), "/harmony/nothing-at-all");
        }
        var agent = Session.login(stack, "staff", "agent");
        same(
                agent.get("/staff/harmony/shown"),
                "/staff/harmony/shown",
                agent.get("/staff/harmony/nothing"),
                "/staff/harmony/nothing");
        var absent = anybody.get(PAGE + "/absent");
        assertThat(absent.statusCode()).isEqualTo(404);
    }

    private static void same(
            HttpResponse<String> one, String address, HttpResponse<String> other, String otherAddress) {
        assertThat(one.statusCode()).isEqualTo(404).isEqualTo(other.statusCode());
        assertThat(plain(one.body(), address)).isEqualTo(plain(other.body(), otherAddress));
    }

    private static String plain(String body, String address) {
        return body.replace(address, "ADDRESS")
                .replaceAll("nonce=\"[^\"]*\"|csp[.]init[(]'[^']*'", "NONCE")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "SCRIPT");
    }

    @Test
    void each_route_opens_to_those_whom_it_is_meant_for(PortalStack stack) {
        var anybody = Session.anonymous(stack);
        assertThat(location(anybody.get(PAGE + "/mine"))).contains("/realms/data-loader/");
        assertThat(location(anybody.get("/staff/data-loader/shown"))).contains("/realms/staff/");
        var agent = Session.login(stack, "staff", "agent");
        var desk = agent.get("/staff/data-loader/shown");
        assertThat(desk.statusCode()).isEqualTo(200);
        assertThat(desk.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(agent.get("/staff/data-loader/shown/rules").statusCode()).isEqualTo(403);
        assertThat(Session.login(stack, "staff", "admin")
                        .get("/staff/data-loader/shown/rules")
                        .statusCode())
                .isEqualTo(200);
        assertThat(agent.get("/staff/data-loader/shown/one/7").statusCode()).isEqualTo(404);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "/one/a.b_~-1, 200, {id=a.b_~-1} {} false",
        "/one/7?a=1&a=2&b=%C3%B1, 200, '{id=7} {a=[1, 2], b=[ñ]} false'",
        "/one/%41, 404, ''",
        "/one/a;b, 404, ''",
        "/one/7?a=%ff, 400, ''",
        "/one/7?a=%00, 400, ''",
        "/files/a/b%20c/%2e%2e/%2Fetc, 200, '[a, b c, .., /etc] {}'",
        "/files/%C0%AE, 400, ''",
        "/files//a, 404, ''",
        "/files/a/../b, 404, ''",
        "/files, 404, ''",
        "/api/v3, 404, ''"
    })
    void what_a_browser_sends_is_read_or_refused(String path, int status, String said, PortalStack stack) {
        var answer = Session.anonymous(stack).get(PAGE + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(said);
    }

    @Test
    void a_public_document_is_for_every_program(PortalStack stack) {
        var anybody = Session.anonymous(stack);
        var document = anybody.get(PAGE + "/api/v2/summary.json");

        assertThat(document.body()).isEqualTo("{\"tenant\":\"data-loader ñ\"}");
        var headers = document.headers();
        assertThat(headers.firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("application/json;charset=UTF-8");
        assertThat(headers.firstValue("Cache-Control")).contains("public, max-age=300");
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        var tag = headers.firstValue("ETag").orElseThrow();
        var again = anybody.send("GET", PAGE + "/api/v2/summary.json", "", Map.of("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(anybody.send("HEAD", PAGE + "/api/v2/summary.json", "", Map.of())
                        .headers()
                        .firstValue("ETag"))
                .contains(tag);
    }

    @Test
    void what_a_plugin_must_not_answer_is_not_passed_on(PortalStack stack) {
        var anybody = Session.anonymous(stack);
        for (var path : new String[] {
            "/html",
            "/nothing",
            "/away?to=https://evil.example/",
            "/away?to=http://allowed.example/",
            "/away?to=https://allowed.example@evil.example/",
            "/away?to=//evil.example/",
            "/away?to=javascript:alert(1)",
            "/away?to=%0d%0aX:y",
            "/door?to=https://evil.example/"
        }) {
            var answer = anybody.get(PAGE + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("evil.example/\"", "<script>alert");
        }
        var away = anybody.get(PAGE + "/away?to=https://allowed.example/a?b%3Dc");
        assertThat(away.statusCode()).isEqualTo(302);
        assertThat(location(away)).isEqualTo("https://allowed.example/a?b=c");
        assertThat(anybody.send("PUT", PAGE + "/away", "", Map.of()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void a_form_is_answered_with_its_problems_or_with_a_notice_on_the_next_page(PortalStack stack) {
        var anybody = Session.anonymous(stack);
        var wrong =
                anybody.press(PAGE + "/form", "ask", "send", Map.of("name", "a name that is too long"), PAGE + "/form");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"a name that is too long\"", "href=\"#ask-name\"", "Too long");

        var sent = anybody.press(PAGE + "/form", "ask", "send", Map.of("name", "Ñandú"), PAGE + "/form");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(location(sent)).isEqualTo(PAGE + "/form");
        assertThat(anybody.get(PAGE + "/form").body()).contains("Thank you, Ñandú: [ask]");
        assertThat(anybody.get(PAGE + "/form").body()).doesNotContain("Thank you");
    }

    @Test
    void a_form_that_was_not_made_here_is_not_taken(PortalStack stack) {
        var anybody = Session.anonymous(stack);
        assertThat(anybody.send("POST", PAGE + "/form", "name=a", Map.of("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(anybody.send("POST", PAGE + "/form", "name=" + "a".repeat(65_536), Map.of())
                        .statusCode())
                .isEqualTo(413);
        assertThat(anybody.send("POST", PAGE + "/form", "name=%zz", Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(anybody.send("POST", PAGE + "/form", "{}", Map.of("Content-Type", "application/json"))
                        .statusCode())
                .isEqualTo(400);
        var agent = Session.login(stack, "staff", "agent");
        assertThat(agent.send("POST", "/staff/data-loader/shown", "name=a", Map.of())
                        .statusCode())
                .isEqualTo(403);
        var sent =
                agent.press("/staff/data-loader/shown", "ask", "send", Map.of("name", "a"), "/staff/data-loader/shown");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(location(sent)).isEqualTo("/staff/data-loader/shown");
    }
}
