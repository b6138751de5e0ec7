package dev.portico.systemstatus;

import static dev.portico.systemstatus.World.document;
import static dev.portico.systemstatus.World.misses;
import static dev.portico.systemstatus.World.takes;
import static dev.portico.systemstatus.World.told;
import static dev.portico.systemstatus.World.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.manifest.Tone;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.store.Board;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowedStatuspageTest {
    private static final String SUMMARY = "statuspage-summary";
    private static final String INCIDENTS = "statuspage-incidents";
    private static final String MAINTENANCE = "statuspage-maintenance";

    @Test
    void everyChangeFromFirstToLastIsToldOnce() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, "summary-quiet.json", "2026-03-01T08:00:10Z");
        takes(tenant, INCIDENTS, "incidents-quiet.json", "2026-03-01T08:00:11Z");
        assertThat(told(tenant)).as("what was over before is history").isEmpty();

        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:00:10Z");
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:01:10Z");
        assertThat(told(tenant)).containsExactly("New incident: API requests fail");

        takes(tenant, INCIDENTS, "incidents-identified.json", "2026-03-01T09:20:10Z");
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:20:12Z");
        takes(tenant, SUMMARY, "summary-identified.json", "2026-03-01T09:20:20Z");
        assertThat(told(tenant)).containsExactly("Update: API requests fail");

        takes(tenant, SUMMARY, "summary-resolved.json", "2026-03-01T10:00:10Z");
        assertThat(Board.of(tenant).active())
                .as("the summary alone is no evidence")
                .hasSize(1);
        takes(tenant, INCIDENTS, "incidents-resolved.json", "2026-03-01T10:00:11Z");
        assertThat(told(tenant)).containsExactly("Resolved: API requests fail");
        assertThat(Board.of(tenant).active()).isEmpty();
        assertThat(Board.of(tenant).worst()).isEqualTo(ComponentStatus.OPERATIONAL);

        takes(tenant, INCIDENTS, "incidents-identified.json", "2026-03-01T10:01:11Z");
        assertThat(told(tenant))
                .as("an older copy from some cache changes nothing")
                .isEmpty();
        assertThat(Board.of(tenant).active()).isEmpty();
    }

    @Test
    void componentsStandInTheirRegionsInTheProvidersOrder() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:00:10Z");

        var regions = Board.of(tenant).regions();

        assertThat(regions.keySet()).containsExactly("Europe", "North America", "");
        assertThat(regions.get("Europe"))
                .extracting(component -> component.name().text() + " " + component.status())
                .containsExactly("API MAJOR_OUTAGE", "Web OPERATIONAL");
    }

    @Test
    void whatCannotBeReadLeavesTheLastGoodStateMarkedAsOld() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:00:10Z");
        told(tenant);
        var good = utf8(document("summary-quiet.json"));

        assertThat(takes(
                        tenant,
                        SUMMARY,
                        good.substring(0, 900).getBytes(StandardCharsets.UTF_8),
                        "2026-03-01T09:05:00Z"))
                .isPresent();
        assertThat(Board.of(tenant).active()).hasSize(1);
        assertThat(Board.of(tenant).stale().orElseThrow().since())
                .contains(java.time.Instant.parse("2026-03-01T09:00:10Z"));

        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:06:00Z");
        assertThat(Board.of(tenant).stale()).isEmpty();
        misses(tenant, SUMMARY, "2026-03-01T09:07:00Z");
        assertThat(Board.of(tenant).stale().orElseThrow().since())
                .contains(java.time.Instant.parse("2026-03-01T09:06:00Z"));
        assertThat(told(tenant)).isEmpty();
    }

    @Test
    void incidentThatTheProviderTakesBackIsWithdrawn() {
        var tenant = World.withStatuspage();
        takes(tenant, INCIDENTS, "incidents-identified.json", "2026-03-01T09:20:10Z");
        assertThat(told(tenant)).containsExactly("New incident: API requests fail");

        takes(tenant, INCIDENTS, "incidents-quiet.json", "2026-03-01T09:21:10Z");
        assertThat(Board.of(tenant).active()).as("made before the incident").hasSize(1);
        takes(tenant, INCIDENTS, "incidents-withdrawn.json", "2026-03-01T09:40:10Z");

        assertThat(told(tenant)).containsExactly("Withdrawn: API requests fail");
        assertThat(Board.of(tenant).active()).isEmpty();
    }

    @Test
    void componentThatFailsWithoutIncidentIsToldAndSoIsItsRecovery() {
        var tenant = World.withStatuspage();
        var good = utf8(document("summary-quiet.json"));
        var bad = good.replace(
                "\"name\":\"Documentation\",\"status\":\"operational\"",
                "\"name\":\"Documentation\",\"status\":\"partial_outage\"");
        takes(tenant, SUMMARY, good.getBytes(StandardCharsets.UTF_8), "2026-03-01T08:00:00Z");

        takes(tenant, SUMMARY, bad.getBytes(StandardCharsets.UTF_8), "2026-03-01T08:01:00Z");
        assertThat(told(tenant)).containsExactly("Documentation: Partial outage");
        takes(tenant, SUMMARY, good.getBytes(StandardCharsets.UTF_8), "2026-03-01T08:02:00Z");

        assertThat(told(tenant)).containsExactly("Documentation: Operational");
    }

    @Test
    void maintenanceIsToldWithItsTimesAndWhenTheyChange() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, "summary-quiet.json", "2026-03-01T08:00:00Z");

        takes(tenant, MAINTENANCE, "maintenance-scheduled.json", "2026-03-01T08:00:05Z");
        assertThat(told(tenant)).containsExactly("Maintenance scheduled: Database upgrade");
        takes(tenant, MAINTENANCE, "maintenance-moved.json", "2026-03-01T11:00:05Z");

        assertThat(told(tenant)).containsExactly("Maintenance moved: Database upgrade");
        assertThat(new StatusIssues().current(tenant)).as("it has not begun").isEmpty();
    }

    @Test
    void anotherAddressIsAnotherProvider() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:00:10Z");
        told(tenant);
        var moved = World.with(tenant, Map.of("statuspageUrl", "https://status.other.example/"));

        takes(moved, SUMMARY, "summary-quiet.json", "2026-03-01T09:01:10Z");

        assertThat(Board.of(moved).active()).isEmpty();
        assertThat(told(moved)).isEmpty();
    }

    @Test
    void twoTenantsNeverSeeEachOthersRows() {
        var one = World.withStatuspage();
        var other = World.withStatuspage();
        takes(one, SUMMARY, "summary-incident.json", "2026-03-01T09:00:10Z");
        takes(other, SUMMARY, "summary-quiet.json", "2026-03-01T09:00:10Z");

        assertThat(new StatusIssues().current(one))
                .extracting(issue -> issue.tone())
                .containsExactly(Tone.CRITICAL);
        assertThat(new StatusIssues().current(other)).isEmpty();
        assertThat(told(other)).isEmpty();
        var id = new StatusIssues().current(one).get(0).id();
        assertThat(new StatusIssues().find(other, id)).isEmpty();
    }

    @Test
    void onlyWhatConcernsTheTenantIsAKnownIssue() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:00:10Z");

        assertThat(new StatusIssues().current(World.with(tenant, Map.of("concerns", "Asia, europe"))))
                .hasSize(1);
        assertThat(new StatusIssues().current(World.with(tenant, Map.of("concerns", "North America"))))
                .isEmpty();
    }
}
