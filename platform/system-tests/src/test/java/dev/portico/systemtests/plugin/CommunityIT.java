package dev.portico.systemtests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.journey.PageCheck;
import dev.portico.testclient.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A programme whose support is a community: everybody is led there, and nowhere else (E1). */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class CommunityIT {
    private static final String USE = "/plugins/data-loader-community/tenants/data-loader";
    private static final String COMMUNITY = "https://community.jitterbit.com/";
    private static final int PATIENCE_MILLIS = 30_000;

    @AfterAll
    static void restore(PortalStack stack) {
        settings(stack, "{}");
    }

    private static Answer save(PortalStack stack, String json) {
        return stack.api("staff", "admin")
                .with("Content-Type", "application/json")
                .send("PUT", USE, BodyPublishers.ofString(json));
    }

    private static void settings(PortalStack stack, String json) {
        save(stack, "{\"settings\": " + json + "}").require(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#crossed")
    void visitors_are_told_where_they_go_and_can_stay(Look look, Visitors visitors, PortalStack stack) {
        settings(stack, "{\"seconds\": 60}");
        var visitor = visitors.open(look);
        var pages = new PageCheck(visitor).visit("the way to the community", "/data-loader/any/deep/link");
        var page = visitor.page();
        assertThat(page.locator("[data-departure-soon]").textContent())
                .contains(visitor.say("You will be taken there in 60 seconds.", "Irás allí en 60 segundos."));

        page.locator("[data-departure-stop]").click();

        pages.check("the way to the community, stopped");
        assertThat(page.locator("[data-departure-soon] [role=status]").textContent())
                .isEqualTo(visitor.say(
                        "You stay here. Follow the link when you want to go.",
                        "Te quedas aquí. Sigue el enlace cuando quieras ir."));
        assertThat(page.locator("[data-departure-go]").getAttribute("href")).isEqualTo(COMMUNITY);
        assertThat(page.evaluate("document.activeElement.hasAttribute('data-departure-go')"))
                .isEqualTo(true);
        assertThat(pages.faults()).isEmpty();
    }

    @Test
    void who_does_not_stop_it_is_taken_to_the_community(Visitors visitors, PortalStack stack) {
        settings(stack, "{\"seconds\": 10, \"carryPath\": true}");
        var visitor = visitors.open(Look.desktop().findFirst().orElseThrow());
        var page = visitor.page();
        page.route(COMMUNITY + "**", CommunityIT::welcome);
        page.clock().install();
        visitor.go("/data-loader/t/forum");
        page.clock().runFor(9_500);
        assertThat(visitor.path()).isEqualTo("/data-loader/t/forum");
        page.clock().runFor(1_000);
        page.waitForURL(COMMUNITY + "t/forum");

        visitor.go("/data-loader/t/other");
        page.locator("[data-departure-go]").click();
        page.waitForURL(COMMUNITY + "t/other");
    }

    private static void welcome(Route route) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("text/html").setBody("<title>Community</title>Welcome"));
    }

    @Test
    void without_scripts_the_page_is_a_link_that_nobody_is_hurried_along(PortalStack stack) {
        settings(stack, "{}");
        var page = Session.anonymous(stack).get("/data-loader");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains(
                        "<a class=\"btn btn-primary\" href=\"" + COMMUNITY + "\"",
                        "<dd class=\"as-written\">" + COMMUNITY)
                .containsPattern("data-departure-soon=\"[^\"]*\" hidden=")
                .containsPattern("data-departure-stop=\"[^\"]*\" hidden=")
                .doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void pages_that_are_of_no_use_there_lead_there_too_and_the_rest_stays(PortalStack stack) {
        settings(stack, "{\"direct\": true}");
        var anybody = Session.anonymous(stack);
        for (var path : List.of("", "/tickets", "/tickets/DL-1", "/any/deep%20link", "/index.html")) {
            assertThat(location(anybody.get("/data-loader" + path))).as(path).isEqualTo(COMMUNITY);
        }
        assertThat(anybody.get("/data-loader/login")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/realms/data-loader/");
        assertThat(anybody.get("/data-loader/api/v1/tickets").statusCode()).isEqualTo(401);
        assertThat(anybody.get("/harmony/any/deep%20link").statusCode()).isEqualTo(404);
        assertThat(anybody.get("/staff/data-loader/any").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_carried_over_is_what_the_administrator_lets(PortalStack stack) {
        var anybody = Session.anonymous(stack);
        var asked = "/data-loader/t/deep%20link?q=a%26b&q=%C3%B1";
        settings(stack, "{\"direct\": true}");
        assertThat(location(anybody.get(asked))).isEqualTo(COMMUNITY);
        settings(stack, "{\"direct\": true, \"carryPath\": true}");
        assertThat(location(anybody.get(asked))).isEqualTo(COMMUNITY + "t/deep%20link");
        settings(stack, "{\"direct\": true, \"carryQuery\": true}");
        assertThat(location(anybody.get(asked))).isEqualTo(COMMUNITY + "?q=a%26b&q=%C3%B1");
        settings(stack, "{\"direct\": true, \"carryPath\": true, \"carryQuery\": true}");
        assertThat(location(anybody.get(asked))).isEqualTo(COMMUNITY + "t/deep%20link?q=a%26b&q=%C3%B1");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.statusCode() == 302
                ? answer.headers().firstValue("Location").orElse("")
                : "";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /data-loader//evil.example HTTP/1.1",
                "GET //evil.example/data-loader HTTP/1.1",
                "GET /data-loader/\\evil.example HTTP/1.1",
                "GET /data-loader/%5Cevil.example HTTP/1.1",
                "GET /data-loader/%2F%2Fevil.example HTTP/1.1",
                "GET /data-loader/%2f%2fevil.example/ HTTP/1.1",
                "GET /data-loader/https://evil.example HTTP/1.1",
                "GET /data-loader/https:evil.example HTTP/1.1",
                "GET /data-loader/@evil.example HTTP/1.1",
                "GET /data-loader@evil.example HTTP/1.1",
                "GET /data-loader/.evil.example HTTP/1.1",
                "GET /data-loader/..;/evil.example HTTP/1.1",
                "GET /data-loader/%2e%2e/evil.example HTTP/1.1",
                "GET /data-loader/%0d%0aLocation:https://evil.example HTTP/1.1",
                "GET /data-loader/x?%0d%0aLocation:https://evil.example HTTP/1.1",
                "GET /data-loader/x?next=https://evil.example HTTP/1.1",
                "GET /data-loader/%00evil.example HTTP/1.1",
                "GET /data-loader/%zzevil.example HTTP/1.1",
                "GET /data-loader/%E3%80%82evil.example HTTP/1.1",
                "GET /data-loader/\u00e9evil.example HTTP/1.1",
                "GET /data-loader;evil.example HTTP/1.1",
                "GET https://evil.example/data-loader HTTP/1.1",
                "GET /data-loader/a HTTP/1.1\nHost: evil.example",
                "GET /data-loader/a HTTP/1.1\nX-Forwarded-Host: evil.example",
                "GET /data-loader/a HTTP/1.1\nX-Forwarded-Proto: javascript\nX-Forwarded-Prefix: //evil.example",
                "GET /data-loader/a HTTP/1.1\nForwarded: host=evil.example;proto=http",
                "GET /data-loader/a HTTP/1.1\nX-Original-URL: //evil.example\nX-Rewrite-URL: //evil.example",
                "GET /data-loader/a HTTP/1.1\nReferer: https://evil.example/\nOrigin: https://evil.example"
            })
    void no_trick_leads_anywhere_else(String request, PortalStack stack) throws IOException {
        settings(stack, "{\"direct\": true, \"carryPath\": true, \"carryQuery\": true}");
        var portal = URI.create(stack.portalUrl());

        var head = send(portal, request);

        assertThat(head).startsWith("HTTP/1.1 ");
        assertThat(head.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("location:")))
                .as(head)
                .hasSizeLessThan(2)
                .allMatch(line -> line.startsWith("Location: " + COMMUNITY)
                        || line.startsWith("Location: /data-loader")
                        || line.startsWith("Location: " + portal + "/data-loader"));
    }

    /** @return head of the answer */
    private static String send(URI portal, String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", portal.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var host = request.contains("\nHost:") ? "" : "\r\nHost: " + portal.getAuthority();
            var whole = request.replace("\n", "\r\n") + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(whole.getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"target\": \"https://evil.example/\"}",
                "{\"target\": \"http://community.jitterbit.com/\"}",
                "{\"target\": \"https://community.jitterbit.com@evil.example/\"}",
                "{\"hosts\": {\"es\": [\"evil.example\"]}}"
            })
    void what_leads_elsewhere_is_not_saved(String settings, PortalStack stack) {
        settings(stack, "{}");

        var answer = save(stack, "{\"settings\": " + settings + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("\"target\"");
        assertThat(stack.api("staff", "admin").get(USE).require(200).object().getJsonObject("settings"))
                .isEqualTo(JsonObject.EMPTY_JSON_OBJECT);
    }

    @Test
    void what_is_not_saved_is_told_beside_its_field_in_the_administrators_language(PortalStack stack) {
        var json = BodyPublishers.ofString(
                "{\"settings\": {\"hosts\": {\"en\": [\"community.jitterbit.com\", \"evil.example/x\"]}}}");

        var answer = stack.api("staff", "admin")
                .with("Accept-Language", "es")
                .with("Content-Type", "application/json")
                .send("PUT", USE, json);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("\"hosts\"", "«evil.example/x» no es un simple nombre de host");
    }
}
