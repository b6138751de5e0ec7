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

class FollowedStatusIoTest {
    private static final String FEED = "statusio";

    private static TenantView tenant() {
        return World.tenant(Map.of("statusIoUrl", "https://api.status.io/1.0/status/5f3c0a"));
    }

    private static void takesText(TenantView tenant, String document, String at) {
        assertThat(takes(tenant, FEED, document.getBytes(StandardCharsets.UTF_8), at))
                .isEmpty();
    }

    @Test
    void everyChangeFromFirstToLastIsToldOnce() {
        var tenant = tenant();
        takes(tenant, FEED, "statusio-quiet.json", "2026-03-01T08:00:10Z");
        assertThat(told(tenant)).containsExactly("Maintenance scheduled: Cabling");

        takes(tenant, FEED, "statusio-incident.json", "2026-03-01T09:00:10Z");
        takes(tenant, FEED, "statusio-incident.json", "2026-03-01T09:01:10Z");
        assertThat(told(tenant)).containsExactly("New incident: Messages are late");
        assertThat(Board.of(tenant).regions().get("Frankfurt"))
                .extracting(component -> component.name().text() + " " + component.status())
                .containsExactly("Messaging MAJOR_OUTAGE");
        assertThat(Board.of(tenant).regions().get("Dublin"))
                .extracting(component -> component.status().name())
                .containsExactly("OPERATIONAL");

        var identified = utf8(document("statusio-incident.json"))
                .replace(
                        "\"messages\": [\n     {\n      \"details\": \"Messages wait",
                        "\"messages\": [\n     {\"details\": \"A disk is full.\", \"state\": 200, \"status\": 300,"
                                + " \"datetime\": \"2026-03-01T11:20:00.000+02:00\"},\n     {\n"
                                + "      \"details\": \"Messages wait");
        takesText(tenant, identified, "2026-03-01T09:20:10Z");
        assertThat(told(tenant)).containsExactly("Update: Messages are late");
        assertThat(Board.of(tenant).active().get(0).updatedAt())
                .as("in the provider's own zone")
                .isEqualTo("2026-03-01T09:20:00Z");

        takes(tenant, FEED, "statusio-quiet.json", "2026-03-01T10:00:10Z");
        assertThat(told(tenant)).containsExactly("Resolved: Messages are late");
        assertThat(Board.of(tenant).active()).isEmpty();
    }

    @Test
    void maintenanceIsToldWhenItIsPlannedBeginsAndEnds() {
        var tenant = tenant();
        var quiet = utf8(document("statusio-quiet.json"));
        takesText(tenant, quiet, "2026-03-01T08:00:10Z");
        told(tenant);
        var active = quiet.replace("\"active\": [],", "\"waiting\": [],")
                .replace("\"upcoming\": [", "\"active\": [")
                .replace("\"waiting\": []", "\"upcoming\": []");

        takesText(tenant, active, "2026-03-05T01:00:10Z");
        assertThat(told(tenant)).containsExactly("Maintenance in progress: Cabling");
        takesText(tenant, quiet.replaceAll("(?s)\"upcoming\": \\[.*\\]", "\"upcoming\": []"), "2026-03-05T03:00:10Z");

        assertThat(told(tenant)).containsExactly("Maintenance completed: Cabling");
    }

    @Test
    void maintenanceThatIsGoneBeforeItBeganIsWithdrawn() {
        var tenant = tenant();
        var quiet = utf8(document("statusio-quiet.json"));
        takesText(tenant, quiet, "2026-03-01T08:00:10Z");
        told(tenant);

        takesText(tenant, quiet.replaceAll("(?s)\"upcoming\": \\[.*\\]", "\"upcoming\": []"), "2026-03-02T03:00:10Z");

        assertThat(told(tenant)).containsExactly("Withdrawn: Cabling");
    }
}
