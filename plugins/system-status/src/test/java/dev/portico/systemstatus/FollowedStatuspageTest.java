package dev.portico.systemstatus;

import static dev.portico.systemstatus.World.document;
import static dev.portico.systemstatus.World.misses;
import static dev.portico.systemstatus.World.takes;
import static dev.portico.systemstatus.World.told;
import static dev.portico.systemstatus.World.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.news.News;
import dev.portico.plugin.table.Row;
import dev.portico.plugin.table.Statements;
import dev.portico.plugin.table.Tables;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.store.Board;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        assertThat(Board.of(tenant).stale().orElseThrow().since()).contains(Instant.parse("2026-03-01T09:00:10Z"));

        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:06:00Z");
        assertThat(Board.of(tenant).stale()).isEmpty();
        misses(tenant, SUMMARY, "2026-03-01T09:07:00Z");
        assertThat(Board.of(tenant).stale().orElseThrow().since()).contains(Instant.parse("2026-03-01T09:06:00Z"));
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
    void anAddressThatIsCorrectedBringsItsOpenIncidentsBack() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:00:10Z");
        told(tenant);
        var mistyped = World.with(tenant, Map.of("statuspageUrl", "https://status.acne.example"));
        misses(mistyped, SUMMARY, "2026-03-01T09:01:10Z");
        assertThat(Board.of(tenant).active()).isEmpty();

        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:02:10Z");

        assertThat(Board.of(tenant).active()).hasSize(1);
        assertThat(told(tenant)).as("nothing has happened").isEmpty();
        takes(tenant, INCIDENTS, "incidents-identified.json", "2026-03-01T09:20:10Z");
        assertThat(told(tenant)).containsExactly("Update: API requests fail");
    }

    @Test
    void incidentThatIsListedAgainGoesOn() {
        var tenant = World.withStatuspage();
        takes(tenant, INCIDENTS, "incidents-identified.json", "2026-03-01T09:20:10Z");
        takes(tenant, INCIDENTS, "incidents-withdrawn.json", "2026-03-01T09:40:10Z");
        told(tenant);
        takes(tenant, SUMMARY, "summary-identified.json", "2026-03-01T09:40:12Z");
        assertThat(Board.of(tenant).active()).as("a copy from before").isEmpty();

        var again = utf8(document("incidents-identified.json"))
                .replaceFirst("(\"page\"(?s:.*?)\"updated_at\": ?\")[^\"]*", "$12026-03-01T09:50:00.000Z");
        takes(tenant, INCIDENTS, again.getBytes(StandardCharsets.UTF_8), "2026-03-01T09:50:10Z");

        assertThat(Board.of(tenant).active()).hasSize(1);
        assertThat(told(tenant)).containsExactly("Update: API requests fail");
    }

    @Test
    void anOlderCopyIsNoGoodAnswerUntilNothingNewerComesForAnHour() {
        var tenant = World.withStatuspage();
        var good = Instant.parse("2026-03-01T09:20:10Z");
        takes(tenant, SUMMARY, "summary-identified.json", good.toString());

        assertThat(takes(tenant, SUMMARY, "summary-quiet.json", "2026-03-01T09:21:10Z"))
                .isPresent();
        assertThat(Board.of(tenant).stale().orElseThrow().since()).contains(good);
        takes(tenant, SUMMARY, "summary-quiet.json", "2026-03-01T10:20:00Z");
        assertThat(Board.of(tenant).worst()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);

        assertThat(takes(tenant, SUMMARY, "summary-quiet.json", "2026-03-01T10:20:11Z"))
                .isEmpty();
        assertThat(Board.of(tenant).stale()).isEmpty();
        assertThat(Board.of(tenant).components())
                .allMatch(component -> component.status() == ComponentStatus.OPERATIONAL);
    }

    @Test
    void anotherLanguageOfTheProviderIsThatOfAllItsWords() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:00:10Z");
        told(tenant);

        takes(
                World.with(tenant, Map.of("statuspageUrl", "https://status.acme.example", "providerLanguage", "de")),
                SUMMARY,
                "summary-incident.json",
                "2026-03-01T09:01:10Z");

        var board = Board.of(tenant);
        var open = board.active().get(0);
        assertThat(open.title().language()).isEqualTo(Locale.GERMAN);
        assertThat(board.updates().get(open.id()))
                .allMatch(update -> update.body().language().equals(Locale.GERMAN));
        assertThat(board.components())
                .allMatch(component -> component.name().language().equals(Locale.GERMAN));
        assertThat(told(tenant)).isEmpty();
    }

    @Test
    void newsCarryTheTimeOfWhatWasSaid() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, "summary-quiet.json", "2026-03-01T08:00:10Z");
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:00:10Z");
        takes(tenant, INCIDENTS, "incidents-identified.json", "2026-03-01T09:25:00Z");

        assertThat(new StatusNews().pending(tenant))
                .extracting(News::at)
                .containsExactly(Instant.parse("2026-03-01T09:00:00Z"), Instant.parse("2026-03-01T09:20:00Z"));
    }

    @Test
    void whatWasOverLongAgoIsNotTold() {
        var tenant = World.withStatuspage();
        takes(tenant, INCIDENTS, "incidents-quiet.json", "2026-03-01T08:00:10Z");

        takes(tenant, INCIDENTS, "incidents-resolved.json", "2026-03-08T10:00:11Z");

        assertThat(told(tenant)).isEmpty();
    }

    @Test
    void whatIsForgottenIsNotToldOnceMore() {
        var tenant = World.withStatuspage();
        takes(tenant, INCIDENTS, "incidents-quiet.json", "2026-03-01T08:00:10Z");
        takes(tenant, INCIDENTS, "incidents-resolved.json", "2026-03-01T10:00:11Z");
        assertThat(told(tenant)).hasSize(1);
        World.clock(tenant, "2029-03-02T00:00:00Z");

        var corrected = utf8(document("incidents-resolved.json")).replace("API requests fail", "Requests fail");
        takes(tenant, INCIDENTS, corrected.getBytes(StandardCharsets.UTF_8), "2029-03-02T00:01:00Z");

        assertThat(told(tenant)).isEmpty();
        assertThat(rows(tenant, "incident")).as("nor kept").isEmpty();
    }

    @Test
    void aLargeOutageIsTakenWithAFewStatements() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, many("operational", ""), "2026-03-01T08:00:10Z");
        var counted = new AtomicInteger();
        var counting = new TenantView(tenant.id(), tenant.settings(), counting(tenant.tables(), counted));

        takes(counting, SUMMARY, many("major_outage", " (new)"), "2026-03-01T08:01:10Z");

        assertThat(counted).hasValueLessThan(50);
        assertThat(Board.of(tenant).components())
                .hasSize(500)
                .allMatch(component -> component.status() == ComponentStatus.MAJOR_OUTAGE
                        && component.name().text().endsWith(" (new)")
                        && component.told());
        assertThat(rows(tenant, "news")).hasSize(500);
        takes(counting, SUMMARY, "summary-quiet.json", "2026-03-01T08:02:10Z");
        assertThat(counted).hasValueLessThan(100);
        assertThat(Board.of(tenant).components()).hasSizeLessThan(10);
        takes(counting, SUMMARY, many("major_outage", ""), "2026-03-01T08:03:10Z");
        assertThat(counted).hasValueLessThan(150);
    }

    private static List<Row> rows(TenantView tenant, String table) {
        return tenant.tables().transact(statements -> statements.query("select id from " + table));
    }

    private static byte[] many(String status, String suffix) {
        var components = IntStream.range(0, 500)
                .mapToObj(i -> "{\"id\": \"c" + i + "\", \"name\": \"Part " + i + suffix + "\", \"status\": \"" + status
                        + "\", \"position\": " + i + ", \"group_id\": null, \"group\": false}")
                .collect(Collectors.joining(","));
        return ("{\"page\": {\"updated_at\": \"2026-03-01T08:00:00Z\"}, \"components\": [" + components
                        + "], \"incidents\": [], \"scheduled_maintenances\": []}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Tables counting(Tables tables, AtomicInteger counted) {
        return new Tables() {
            @Override
            public <R> R transact(Work<R> work) {
                return tables.transact(statements -> work.run(new Statements() {
                    @Override
                    public List<Row> query(String sql, Object... values) {
                        counted.incrementAndGet();
                        return statements.query(sql, values);
                    }

                    @Override
                    public int update(String sql, Object... values) {
                        counted.incrementAndGet();
                        return statements.update(sql, values);
                    }
                }));
            }
        };
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
