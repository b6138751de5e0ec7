package dev.portico.systemstatus;

import static dev.portico.systemstatus.World.document;
import static dev.portico.systemstatus.World.takes;
import static dev.portico.systemstatus.World.told;
import static dev.portico.systemstatus.World.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.feed.FeedResult;
import dev.portico.systemstatus.model.Phase;
import dev.portico.systemstatus.store.Board;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileDocumentsTest {
    private static final String AT = "2026-03-01T09:21:00Z";
    private static final String SUMMARY = "statuspage-summary";

    private static TenantView tenant() {
        return World.tenant(Map.of(
                "statuspageUrl", "https://status.acme.example",
                "statusIoUrl", "https://api.status.io/1.0/status/5f3c0a",
                "feedUrl", "https://status.acme.example/history"));
    }

    private static Map<String, byte[]> bad(String good) {
        var json = good.startsWith("{");
        var bad = new LinkedHashMap<String, String>();
        bad.put("nothing", "");
        bad.put("only space", "  \n ");
        bad.put("half of it", good.substring(0, good.length() / 2));
        bad.put(
                "all but its end",
                good.stripTrailing().substring(0, good.stripTrailing().length() - 1));
        bad.put("more after its end", good + (json ? "{}" : "<rss/>"));
        bad.put("a page", "<!doctype html><html><body><h1>Down</h1></body></html>");
        bad.put("a list", "[]");
        bad.put("nulls", "null");
        bad.put("deep JSON", "{\"a\":".repeat(100_000));
        bad.put("deep lists", "[".repeat(100_000));
        bad.put("deep XML", "<rss>" + "<a>".repeat(100_000));
        bad.put("another format", json ? "<rss version=\"2.0\"/>" : "{\"page\":{}}");
        bad.put("a time that is none", good.replace("2026", "20x6"));
        bad.put("a time far away", good.replace("2026", "9998"));
        if (json) {
            bad.put("what is no JSON", good.replaceFirst(":", "="));
            bad.put("a comment", "/* x */" + good);
            bad.put(
                    "an unknown status",
                    good.replaceAll("\"(investigating|identified|resolved|scheduled)\"", "\"x\"")
                            .replaceAll("\"status_code\": \\d+", "\"status_code\": 1"));
            bad.put("ids that no database keeps", good.replaceAll("\"id\": ?\"", "$0\\\\u0000"));
            bad.put("halves of characters", good.replaceAll("\"id\": ?\"", "$0\\\\ud800"));
            bad.put(
                    "objects for lists",
                    good.replaceAll("\"(incidents|scheduled_maintenances)\": ?\\[", "\"$1\": {\"a\":[")
                            .replaceFirst("(?s)\\}\\s*$", "}}"));
        } else {
            bad.put("laughs", laughs(good));
            bad.put("a file", doctype(good, "<!ENTITY e SYSTEM \"file:///etc/hostname\">"));
            bad.put("a document type", good.replaceFirst("\\?>", "?><!DOCTYPE x []>"));
            bad.put("no ids", good.replaceAll("<(guid|id|link)[^>]*>[^<]*</\\1>|<link[^>]*/>", ""));
            bad.put("no times", good.replaceAll("<(pubDate|updated)>[^<]*</\\1>", ""));
            bad.put("endless", endless(good));
        }
        var bytes = new LinkedHashMap<String, byte[]>();
        bad.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        var broken = good.getBytes(StandardCharsets.UTF_8);
        Arrays.fill(broken, broken.length / 3, broken.length / 3 + 20, (byte) 0xFF);
        bytes.put("what is no UTF-8", broken);
        bytes.put("zeros", new byte[5_000]);
        return bytes;
    }

    private static String doctype(String good, String entity) {
        return good.replaceFirst("\\?>", "?><!DOCTYPE rss [" + entity + "]>").replaceAll("<title>[^<]*", "<title>&e;");
    }

    private static String laughs(String good) {
        var entities = new StringBuilder("<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 40; i++) {
            entities.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return doctype(good, entities + "<!ENTITY e \"&a39;\">");
    }

    private static String endless(String good) {
        var name = good.contains("<item>") ? "item" : "entry";
        var start = good.indexOf("<" + name + ">");
        var end = good.indexOf("</" + name + ">") + name.length() + 3;
        return good.substring(0, start) + good.substring(start, end).repeat(3_000) + good.substring(end);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "statuspage-summary, summary-incident.json",
        "statuspage-incidents, incidents-identified.json",
        "statuspage-maintenance, maintenance-scheduled.json",
        "statusio, statusio-incident.json",
        "feed, feed.rss",
        "feed, feed.atom"
    })
    void theLastGoodStateStaysAndIsMarkedAsOld(String feed, String good) {
        var tenant = tenant();
        assertThat(takes(tenant, feed, good, AT)).isEmpty();
        told(tenant);
        var before = Board.of(tenant);

        bad(utf8(document(good))).forEach((what, bad) -> {
            assertThat(takes(tenant, feed, bad, "2026-03-01T09:25:00Z").orElse(""))
                    .as("what the administrator reads of " + what)
                    .isNotBlank()
                    .hasSizeLessThan(500);
            var after = Board.of(tenant);
            assertThat(after.stale().orElseThrow().since()).as(what).contains(Instant.parse(AT));
            assertThat(List.of(after.components(), after.open(), after.updates()))
                    .as(what)
                    .isEqualTo(List.of(before.components(), before.open(), before.updates()));
        });

        takes(tenant, feed, good, "2026-03-01T09:26:00Z");
        assertThat(Board.of(tenant).stale()).isEmpty();
        assertThat(told(tenant)).isEmpty();
    }

    @Test
    void whatIsTooLongIsCutAndMarkupBecomesText() {
        var tenant = tenant();
        var endless = "x".repeat(1_000_000);
        var document = utf8(document("summary-incident.json"))
                .replaceFirst("API requests fail", "<b>API</b>\\\\u202e \\\\u0000 " + endless)
                .replaceFirst(
                        "\"body\": ?\"[^\"]*\"",
                        "\"body\": \"<p>Hello<script>alert(1)</script> <img src=x onerror=alert(2)>you</p>" + endless
                                + "\"");
        assertThat(takes(tenant, SUMMARY, document.getBytes(StandardCharsets.UTF_8), AT))
                .isEmpty();

        var incident = Board.of(tenant).active().get(0);
        assertThat(incident.title().text())
                .hasSize(250)
                .startsWith("<b>API</b>")
                .doesNotContain("\u202e", "\u0000");
        var body = Board.of(tenant).updates().get(incident.id()).get(0).body().text();
        assertThat(body).hasSize(20_000).startsWith("Hello you").doesNotContain("alert", "<", "onerror");
    }

    @Test
    void markupThatIsNestedWithoutEndIsReadAllTheSame() {
        var tenant = tenant();
        var nested = "&lt;table&gt;&lt;tr&gt;&lt;td&gt;&lt;p&gt;".repeat(10_000);
        for (var markup : List.of(nested, "&lt;div&gt;".repeat(100_000), "&lt;b&gt;&lt;p&gt;".repeat(100_000))) {
            var document = utf8(document("feed.rss"))
                    .replace("We keep an eye on it.", "&lt;p&gt;&lt;b&gt;Monitoring&lt;/b&gt; it.&lt;/p&gt;" + markup)
                    .replace("Mon, 02 Feb 2026 10:00:00", "Sun, 01 Mar 2026 09:00:00");

            // the bound tells minutes from moments
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(
                            takes(tenant, "feed", document.getBytes(StandardCharsets.UTF_8), AT))
                    .isEmpty());
        }

        var note = Board.of(tenant).active().stream()
                .filter(open -> open.title().text().equals("A note that nobody closed"))
                .findFirst()
                .orElseThrow();
        assertThat(note.phase()).isEqualTo(Phase.MONITORING);
        assertThat(Board.of(tenant).updates().get(note.id()).get(0).body().text())
                .isEqualTo("Monitoring it.");
    }

    @Test
    void whatTheProviderSaysOfAFailedFetchIsKeptWithoutControls() {
        var tenant = tenant();

        new StatusFeeds()
                .take(
                        tenant,
                        new FeedResult.Missed(
                                World.feed(tenant, SUMMARY),
                                Instant.parse(AT),
                                FeedResult.Reason.REFUSED,
                                "503 \u0000 \ud800"));

        assertThat(Board.of(tenant).stale()).isPresent();
    }

    @Test
    void ofALongIncidentTheLatestUpdatesAreKept() {
        var tenant = tenant();
        var updates = new StringBuilder();
        for (var i = 0; i < 200; i++) {
            updates.append("{\"id\": \"more")
                    .append(i)
                    .append("\", \"status\": \"investigating\", \"body\": \"Still looking, ")
                    .append(i)
                    .append(".\", \"display_at\": \"")
                    .append(Instant.parse("2026-02-01T09:00:00Z").plusSeconds(60L * i))
                    .append("\"},");
        }
        var document =
                utf8(document("summary-incident.json")).replaceFirst("\"incident_updates\": ?\\[", "$0" + updates);

        assertThat(takes(tenant, SUMMARY, document.getBytes(StandardCharsets.UTF_8), AT))
                .isEmpty();

        var open = Board.of(tenant).active().get(0);
        assertThat(Board.of(tenant).updates().get(open.id()))
                .hasSize(60)
                .extracting(update -> update.body().text())
                .endsWith("Still looking, 199.", "We are looking into failing requests <now>.");
    }

    @Test
    void ofALongFeedTheLatestEntriesAreKept() {
        var tenant = tenant();
        var items = new StringBuilder();
        for (var i = 0; i < 300; i++) {
            items.append("<item><title>Old ")
                    .append(i)
                    .append(
                            "</title><description>Resolved</description><pubDate>Thu, 01 Jan 2026 10:00:00 GMT</pubDate>")
                    .append("<guid>old-")
                    .append(i)
                    .append("</guid></item>");
        }
        var document = utf8(document("feed.rss")).replaceFirst("<item>", items + "$0");

        assertThat(takes(tenant, "feed", document.getBytes(StandardCharsets.UTF_8), AT))
                .isEmpty();

        assertThat(told(tenant)).containsExactly("New incident: Slow & failing logins");
    }

    @Test
    void anIdThatComesTwiceIsTakenOnce() {
        var tenant = tenant();
        var good = utf8(document("summary-incident.json"));
        var incidents = good.substring(good.indexOf("\"incidents\""));
        var list = incidents.substring(incidents.indexOf('[') + 1, end(incidents));
        var twice = good.replace(list, list + "," + list);

        assertThat(twice).isNotEqualTo(good);
        assertThat(takes(tenant, SUMMARY, twice.getBytes(StandardCharsets.UTF_8), AT))
                .isEmpty();

        assertThat(Board.of(tenant).active()).hasSize(1);
        assertThat(told(tenant)).hasSize(1);
    }

    /** Of the list that begins first. */
    private static int end(String text) {
        var depth = 0;
        for (var i = text.indexOf('['); i < text.length(); i++) {
            depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new AssertionError("The list has no end");
    }

    @Test
    void aCopyFromBeforeChangesNoComponentBack() {
        var tenant = tenant();
        for (var summary : List.of("summary-quiet.json", "summary-incident.json", "summary-resolved.json")) {
            takes(tenant, SUMMARY, summary, "2026-03-01T10:00:10Z");
        }
        takes(tenant, "statuspage-incidents", "incidents-resolved.json", "2026-03-01T10:00:11Z");
        told(tenant);
        var resolved = Board.of(tenant).components();

        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T10:01:10Z");

        assertThat(Board.of(tenant).components()).isEqualTo(resolved);
        assertThat(told(tenant)).isEmpty();
        takes(tenant, SUMMARY, "summary-resolved.json", "2026-03-01T10:02:10Z");
        assertThat(told(tenant)).isEmpty();
    }
}
