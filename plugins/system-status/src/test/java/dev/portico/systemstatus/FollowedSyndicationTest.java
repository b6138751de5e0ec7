package dev.portico.systemstatus;

import static dev.portico.systemstatus.World.document;
import static dev.portico.systemstatus.World.takes;
import static dev.portico.systemstatus.World.told;
import static dev.portico.systemstatus.World.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.TenantView;
import dev.portico.systemstatus.store.Board;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowedSyndicationTest {
    private static final String FEED = "feed";

    private static TenantView tenant() {
        return World.tenant(Map.of("feedUrl", "https://status.acme.example/history"));
    }

    private static void takesText(TenantView tenant, String document, String at) {
        assertThat(takes(tenant, FEED, document.getBytes(StandardCharsets.UTF_8), at))
                .isEmpty();
    }

    /** The feed with another update of its first entry. */
    private static String with(String phase, String text, String time) {
        return utf8(document("feed.rss"))
                .replace(
                        "<description>\n",
                        "<description>&lt;p&gt;&lt;strong&gt;" + phase + "&lt;/strong&gt; - " + text + "&lt;/p&gt;\n")
                .replaceFirst("(?s)(<item>.*?<pubDate>)[^<]*", "$1" + time);
    }

    @Test
    void everyChangeOfARssFeedIsToldOnce() {
        var tenant = tenant();
        takes(tenant, FEED, "feed.rss", "2026-03-01T09:21:00Z");
        takes(tenant, FEED, "feed.rss", "2026-03-01T09:22:00Z");
        assertThat(told(tenant)).as("the others are history").containsExactly("New incident: Slow & failing logins");
        var open = Board.of(tenant).active();
        assertThat(Board.of(tenant).updates().get(open.get(0).id()))
                .extracting(update -> update.phase() + " " + update.body().text())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).doesNotContain("alert", "<"))
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("INVESTIGATING ").endsWith("Logins are slow."),
                        text -> assertThat(text).startsWith("IDENTIFIED ").endsWith("A cache is full."));

        takesText(tenant, with("Monitoring", "It is empty.", "Sun, 01 Mar 2026 04:40:00 EST"), "2026-03-01T09:41:00Z");
        assertThat(told(tenant)).containsExactly("Update: Slow & failing logins");
        takes(tenant, FEED, "feed.rss", "2026-03-01T09:42:00Z");
        assertThat(told(tenant)).as("an older copy").isEmpty();

        takesText(tenant, with("Resolved", "All is well.", "Sun, 01 Mar 2026 11:00:00 +0100"), "2026-03-01T10:01:00Z");
        assertThat(told(tenant)).containsExactly("Resolved: Slow & failing logins");
        assertThat(Board.of(tenant).open()).isEmpty();
    }

    @Test
    void anAtomFeedIsReadLikewise() {
        var tenant = tenant();
        var atom = utf8(document("feed.atom"));
        takesText(tenant, atom, "2026-03-01T10:00:10Z");
        assertThat(told(tenant)).containsExactly("New incident: Reports are missing");

        takesText(
                tenant,
                atom.replace("2026-03-01T10:00:00+00:00", "2026-03-01T12:30:00+02:00")
                        .replace(
                                "&lt;p&gt;&lt;strong&gt;Monitoring",
                                "&lt;p&gt;&lt;strong&gt;Resolved&lt;/strong&gt; - Over.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Monitoring"),
                "2026-03-01T10:31:00Z");

        assertThat(told(tenant)).containsExactly("Resolved: Reports are missing");
        assertThat(Board.of(tenant).active()).isEmpty();
    }

    @Test
    void anEntryThatNothingIsHeardOfAnyMoreLapses() {
        var tenant = tenant();
        takes(tenant, FEED, "feed.rss", "2026-03-01T09:21:00Z");
        told(tenant);

        World.clock(tenant, "2026-03-02T09:19:59Z");
        assertThat(Board.of(tenant).active()).hasSize(1);
        World.clock(tenant, "2026-03-02T09:20:01Z");
        World.clock(tenant, "2026-03-02T09:21:01Z");

        assertThat(told(tenant)).containsExactly("No longer active: Slow & failing logins");
        assertThat(Board.of(tenant).active()).isEmpty();
        takes(tenant, FEED, "feed.rss", "2026-03-02T10:00:00Z");
        assertThat(Board.of(tenant).active()).as("the same once more").isEmpty();
    }

    @Test
    void anEntryWhoseTimeNeverChangesGoesOnWhileSomethingIsSaid() {
        var tenant = tenant();
        takes(tenant, FEED, "feed.rss", "2026-03-01T09:21:00Z");
        told(tenant);
        World.clock(tenant, "2026-03-02T09:21:01Z");
        assertThat(told(tenant)).containsExactly("No longer active: Slow & failing logins");

        takesText(tenant, with("Monitoring", "It is empty.", "Sun, 01 Mar 2026 09:20:00 GMT"), "2026-03-03T09:00:00Z");
        assertThat(told(tenant)).containsExactly("Update: Slow & failing logins");
        World.clock(tenant, "2026-03-03T09:01:00Z");
        World.clock(tenant, "2026-03-04T08:59:00Z");

        assertThat(told(tenant)).isEmpty();
        assertThat(Board.of(tenant).active()).hasSize(1);
        World.clock(tenant, "2026-03-04T09:00:01Z");
        assertThat(told(tenant)).containsExactly("No longer active: Slow & failing logins");
    }

    @Test
    void anEntryWhoseTimeNeverChangesIsOverWhenThatIsSaid() {
        var tenant = tenant();
        takes(tenant, FEED, "feed.rss", "2026-03-01T09:21:00Z");
        told(tenant);

        takesText(tenant, with("Resolved", "All is well.", "Sun, 01 Mar 2026 09:20:00 GMT"), "2026-03-09T09:00:00Z");

        assertThat(told(tenant)).containsExactly("Resolved: Slow & failing logins");
    }
}
