package dev.portico.systemtests.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalStackExtension.class)
class MetricsIT {
    private static final String COMMENTS =
            "portico_ticket_events_total{event=\"customer_commented\",plugin=\"harmony-cases\",tenant=\"bmc\"}";
    private static final String MAILS = "portico_mail_attempts_total{outcome=\"sent\",tenant=\"bmc\"}";
    private static final String LOGINS = "portico_logins_total{outcome=\"logged_in\",tenant=\"bmc\"}";
    private static final String FILED =
            "portico_ticket_events_total{event=\"created\",plugin=\"harmony-cases\",tenant=\"bmc\"}";
    private static final String POLICY =
            "portico_plugin_calls_total{outcome=\"answered\",plugin=\"harmony-cases\",point=\"UrgencyPolicy\",tenant=\"bmc\"}";
    private static final String LIST =
            "portico_http_request_duration_seconds_count{route=\"TICKETS\",status=\"2xx\",tenant=\"bmc\"}";

    @Test
    void what_happens_is_counted_by_tenant_and_plugin(PortalStack stack) {
        var before = read(stack);
        var word = Cases.word();
        var api = stack.api("bmc", "initech-en");
        var number = Cases.number(Cases.file(api, word));
        var comment = Json.createObjectBuilder().add("text", "More").build();
        assertThat(api.post("/tickets/" + number + "/comments", comment).status())
                .isEqualTo(201);
        stack.mails()
                .waitFor("initech-en@initech.example", mail -> mail.subject().contains(word));
        var browser = Session.login(stack, "bmc", "initech-en");
        assertThat(browser.get("/bmc/tickets").statusCode()).isEqualTo(200);

        var after = read(stack);
        assertThat(grown(FILED, before, after)).isEqualTo(1);
        assertThat(grown(COMMENTS, before, after)).isEqualTo(1);
        assertThat(grown(POLICY, before, after)).isEqualTo(1);
        assertThat(grown(LOGINS, before, after)).isEqualTo(1);
        assertThat(grown(LIST, before, after)).isGreaterThanOrEqualTo(1);
        // One is counted when its transaction has ended, which may be after the mail has arrived.
        assertThat(value(MAILS, after)).isNotNegative();
        assertThat(value("portico_sessions{tenant=\"bmc\"}", after)).isPositive();
        assertThat(value("portico_mails{state=\"queued\",tenant=\"bmc\"}", after))
                .isNotNegative();
        assertThat(value("portico_outbox_age_seconds{tenant=\"bmc\"}", after)).isNotNegative();
        assertThat(value("jvm_memory_used_bytes{area=\"heap\"}", after)).isPositive();
        assertThat(value("process_cpu_seconds_total", after)).isPositive();
        assertThat(value("jvm_threads_current", after)).isPositive();
        assertThat(after).contains("jvm_gc_collection_seconds_count", "portico_db_connections{state=\"idle\"}");
    }

    @Test
    void addresses_that_nobody_serves_make_no_labels(PortalStack stack) {
        read(stack);
        for (var i = 0; i < 5; i++) {
            stack.anonymous().get("/no-tenant-" + i + "/" + Cases.word());
            stack.anonymous().get("/harmony/no-page-" + i);
        }
        var text = read(stack);
        assertThat(text).doesNotContain("no-tenant", "no-page");
        assertThat(value(
                        "portico_http_request_duration_seconds_count{route=\"NONE\",status=\"4xx\",tenant=\"NONE\"}",
                        text))
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void a_scraper_gets_the_format_that_it_asks_for(PortalStack stack) {
        assertThat(metrics(stack).get("/metrics").header("Content-Type"))
                .get()
                .asString()
                .startsWith("text/plain");
        assertThat(metrics(stack)
                        .with("Accept", "application/openmetrics-text; version=1.0.0")
                        .get("/metrics")
                        .header("Content-Type"))
                .get()
                .asString()
                .startsWith("application/openmetrics-text");
    }

    @Test
    void without_the_token_there_is_no_such_page(PortalStack stack) {
        stack.own();
        var anonymous = stack.anonymous();
        for (var api : new Api[] {
            anonymous,
            anonymous.with("Authorization", "Bearer"),
            anonymous.with("Authorization", "Bearer wrong"),
            anonymous.with("Authorization", "Bearer " + PortalStack.METRICS_TOKEN + "x"),
            anonymous.with("Authorization", PortalStack.METRICS_TOKEN)
        }) {
            for (var method : new String[] {"GET", "POST", "PUT", "OPTIONS"}) {
                var there = api.send(method, "/metrics", BodyPublishers.noBody());
                var absent = api.send(method, "/metricz", BodyPublishers.noBody());
                assertThat(there.status()).as(method).isEqualTo(404);
                assertThat(absent.status()).isEqualTo(404);
                assertThat(withoutRandomness(there.body())).isEqualTo(withoutRandomness(absent.body()));
                assertThat(names(there)).isEqualTo(names(absent));
            }
        }
        assertThat(metrics(stack).get("/metrics/application").status()).isEqualTo(404);
        assertThat(metrics(stack).get("/harmony/metrics").status()).isEqualTo(404);
    }

    private static String withoutRandomness(String page) {
        return page.replaceAll("nonce=\"[^\"]*\"|init\\('[^']*'\\)|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*");
    }

    private static Object names(Answer answer) {
        return answer.response().headers().map().keySet();
    }

    private static Api metrics(PortalStack stack) {
        stack.own();
        return stack.anonymous().with("Authorization", "Bearer " + PortalStack.METRICS_TOKEN);
    }

    private static String read(PortalStack stack) {
        var answer = metrics(stack).get("/metrics");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static double grown(String series, String before, String after) {
        return value(series, after) - (before.contains(series) ? value(series, before) : 0);
    }

    private static double value(String series, String text) {
        var found =
                Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)$").matcher(text);
        assertThat(found.find()).as(series).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
