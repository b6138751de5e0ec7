package dev.portico.systemstatus;

import static dev.portico.systemstatus.World.api;
import static dev.portico.systemstatus.World.takes;
import static dev.portico.systemstatus.World.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.portico.plugin.TenantView;
import dev.portico.plugin.web.Answer;
import dev.portico.systemstatus.store.Board;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatuspageApiTest {
    private static final String NOW = "2026-03-01T09:21:00Z";

    private static JsonObject json(TenantView tenant, String path) {
        return JsonParser.parseString(text(tenant, path)).getAsJsonObject();
    }

    private static String text(TenantView tenant, String path) {
        var document = (Answer.Document) api(tenant, path, NOW);
        assertThat(document.type()).isEqualTo("application/json");
        return document.text();
    }

    private static TenantView inTrouble() {
        var tenant = World.withStatuspage();
        takes(tenant, "statuspage-summary", "summary-identified.json", "2026-03-01T09:20:10Z");
        takes(tenant, "statuspage-incidents", "incidents-identified.json", "2026-03-01T09:20:11Z");
        takes(tenant, "statuspage-maintenance", "maintenance-scheduled.json", "2026-03-01T09:20:12Z");
        return tenant;
    }

    @ParameterizedTest
    @CsvSource({
        "summary.json, incidents, 1",
        "summary.json, scheduled_maintenances, 1",
        "summary.json, components, 6",
        "components.json, components, 6",
        "incidents.json, incidents, 2",
        "incidents/unresolved.json, incidents, 1",
        "scheduled-maintenances.json, scheduled_maintenances, 1",
        "scheduled-maintenances/upcoming.json, scheduled_maintenances, 1",
        "scheduled-maintenances/active.json, scheduled_maintenances, 0"
    })
    void everyDocumentHasItsList(String path, String list, int size) {
        var json = json(inTrouble(), path);

        assertThat(json.getAsJsonObject("page").get("url").getAsString())
                .isEqualTo("https://support.example.com/acme/status");
        assertThat(json.getAsJsonArray(list)).hasSize(size);
    }

    @Test
    void theStatusIsTheWorstOfAll() {
        assertThat(json(inTrouble(), "status.json")
                        .getAsJsonObject("status")
                        .get("indicator")
                        .getAsString())
                .isEqualTo("critical");
        assertThat(json(World.withStatuspage(), "status.json")
                        .getAsJsonObject("status")
                        .get("description")
                        .getAsString())
                .isEqualTo("All Systems Operational");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscribers.json", "summary", "incidents/x.json", "summary.json/x"})
    void whatStatuspageDoesNotHaveIsNotThere(String path) {
        assertThat(api(World.withStatuspage(), path, NOW)).isInstanceOf(Answer.Absent.class);
    }

    @Test
    void onePortalFollowsAnother() {
        var one = inTrouble();
        var other = World.withStatuspage();
        for (var part : new String[][] {
            {"statuspage-summary", "summary.json"},
            {"statuspage-incidents", "incidents.json"},
            {"statuspage-maintenance", "scheduled-maintenances.json"}
        }) {
            assertThat(takes(other, part[0], text(one, part[1]).getBytes(StandardCharsets.UTF_8), NOW))
                    .isEmpty();
        }

        assertThat(Board.of(other).worst()).isEqualTo(Board.of(one).worst());
        assertThat(Board.of(other).components())
                .extracting(component -> component.region() + component.name().text() + component.status())
                .containsExactlyElementsOf(Board.of(one).components().stream()
                        .map(component -> component.region() + component.name().text() + component.status())
                        .toList());
        assertThat(told(other)).containsExactlyInAnyOrderElementsOf(told(one));
    }
}
