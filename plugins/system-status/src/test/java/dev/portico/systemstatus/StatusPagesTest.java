package dev.portico.systemstatus;

import static dev.portico.systemstatus.Pages.blocks;
import static dev.portico.systemstatus.Pages.page;
import static dev.portico.systemstatus.Pages.words;
import static dev.portico.systemstatus.World.get;
import static dev.portico.systemstatus.World.takes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.systemstatus.store.Board;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusPagesTest {
    private static final String SUMMARY = "statuspage-summary";
    private static final String INCIDENTS = "statuspage-incidents";

    @Test
    void whatIsOldSaysHowOldItIs() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:00:10Z");
        World.misses(tenant, SUMMARY, "2026-03-01T09:01:10Z");

        assertThat(words(get(tenant, "status", "2026-03-01T09:12:10Z")))
                .containsSubsequence(
                        "This may be out of date",
                        "This is how it was 12 minutes ago. Since then the provider has not answered as it should.",
                        "There is a major outage",
                        "API requests fail");
    }

    @Test
    void theProvidersWordsAreMarkedAsOfItsLanguage() {
        var tenant = World.with(
                World.withStatuspage(),
                Map.of("providerLanguage", "de", "statuspageUrl", "https://status.acme.example"));
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:00:10Z");

        var id = Board.of(tenant).active().get(0).id();
        var title = page(get(tenant, "incident", Map.of("incident", id), Map.of(), "2026-03-01T09:12:10Z"))
                .title();

        assertThat(((Text.Written) title).language()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void onlyWhatIsActiveCanBeReported() {
        var tenant = World.withStatuspage();
        takes(tenant, INCIDENTS, "incidents-identified.json", "2026-03-01T09:20:10Z");
        var id = Board.of(tenant).active().get(0).id();
        var report = new Address.OfTenant("tickets/new", Map.of("issue", "system-status/" + id));

        assertThat(page(get(tenant, "incident", Map.of("incident", id), Map.of(), "2026-03-01T09:21:00Z"))
                        .actions())
                .anyMatch(link -> link.to().equals(report));
        takes(tenant, INCIDENTS, "incidents-resolved.json", "2026-03-01T10:00:11Z");
        assertThat(page(get(tenant, "incident", Map.of("incident", id), Map.of(), "2026-03-01T10:01:00Z"))
                        .actions())
                .hasSize(1)
                .noneMatch(link -> link.to().equals(report));
    }

    @Test
    void uptimeIsAPictureOf90DaysWithWhatHappenedOnEach() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, "summary-quiet.json", "2026-02-28T09:00:00Z");
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:00:00Z");
        takes(tenant, SUMMARY, "summary-resolved.json", "2026-03-01T10:30:00Z");

        var api = blocks(get(tenant, "uptime", "2026-03-02T09:00:00Z"), Block.Days.class).stream()
                .filter(days -> World.english(days.name()).equals("API"))
                .findFirst()
                .orElseThrow();

        assertThat(api.days()).hasSize(90);
        assertThat(api.days())
                .filteredOn(day -> day.day().equals(LocalDate.parse("2026-03-01")))
                .extracting(day -> World.english(day.text()))
                .containsExactly("Major outage, not available for 1 hour and 30 minutes");
        assertThat(World.english(api.summary())).isEqualTo("96.87 % in 3 days");
    }

    @Test
    void timeInWhichTheProviderDoesNotAnswerIsUnknown() {
        var tenant = World.withStatuspage();
        takes(tenant, SUMMARY, "summary-quiet.json", "2026-02-27T22:00:00Z");
        World.misses(tenant, SUMMARY, "2026-02-27T22:01:00Z");

        var days = blocks(get(tenant, "uptime", "2026-03-02T09:00:00Z"), Block.Days.class)
                .get(0);

        assertThat(days.days())
                .filteredOn(day -> !day.day().isBefore(LocalDate.parse("2026-02-28")))
                .extracting(day -> World.english(day.text()))
                .containsOnly("No data");
    }

    @Test
    void theProvidersNamesAreMarkedAsOfItsLanguage() {
        var tenant = World.with(
                World.withStatuspage(),
                Map.of("providerLanguage", "de", "statuspageUrl", "https://status.acme.example"));
        takes(tenant, SUMMARY, "summary-incident.json", "2026-03-01T09:00:10Z");

        var page = page(get(tenant, "status", "2026-03-01T09:12:10Z"));

        assertThat(page.sections())
                .flatMap(section -> section.heading().stream().toList())
                .filteredOn(Text.Written.class::isInstance)
                .extracting(heading -> ((Text.Written) heading).language())
                .containsExactly(Locale.GERMAN, Locale.GERMAN);
        assertThat(blocks(page, Block.States.class))
                .flatMap(Block.States::states)
                .allMatch(state -> ((Text.Written) state.name()).language().equals(Locale.GERMAN));
    }

    @Test
    void pastMaintenanceIsListedWithItsLastWord() {
        var tenant = World.withStatuspage();
        var document = World.utf8(World.document("maintenance-scheduled.json"));
        takes(tenant, "statuspage-maintenance", "maintenance-scheduled.json", "2026-03-01T08:00:05Z");
        assertThat(words(get(tenant, "maintenance", "2026-03-01T08:01:00Z"))).contains("Database upgrade", "Scheduled");

        takes(
                tenant,
                "statuspage-maintenance",
                document.replaceAll("\"scheduled\"", "\"completed\"").getBytes(StandardCharsets.UTF_8),
                "2026-03-06T08:00:05Z");

        var page = get(tenant, "maintenance", "2026-03-06T08:01:00Z");
        assertThat(words(page)).contains("Database upgrade", "Completed");
        assertThat(blocks(page, Block.Timeline.class))
                .flatMap(Block.Timeline::events)
                .noneMatch(event -> World.english(event.text()).isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "x", "2026-04", "1999-12", "+99999-01", "2026-03-01"})
    void aMonthThatIsNoneOrToComeIsNotThere(String month) {
        assertThat(get(World.withStatuspage(), "history", Map.of(), Map.of("month", month), "2026-03-01T08:01:00Z"))
                .isInstanceOf(Answer.Absent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "2", "99999999999"})
    void aPageOfUptimeThatIsNoneIsNotThere(String number) {
        assertThat(get(World.withStatuspage(), "uptime", Map.of(), Map.of("page", number), "2026-03-01T08:01:00Z"))
                .isInstanceOf(Answer.Absent.class);
    }
}
