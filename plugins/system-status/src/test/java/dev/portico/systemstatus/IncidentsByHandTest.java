package dev.portico.systemstatus;

import static dev.portico.systemstatus.Pages.fields;
import static dev.portico.systemstatus.Pages.filled;
import static dev.portico.systemstatus.Pages.form;
import static dev.portico.systemstatus.Pages.input;
import static dev.portico.systemstatus.Pages.problems;
import static dev.portico.systemstatus.Pages.sentTo;
import static dev.portico.systemstatus.Pages.words;
import static dev.portico.systemstatus.World.get;
import static dev.portico.systemstatus.World.post;
import static dev.portico.systemstatus.World.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Page;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.store.Board;
import dev.portico.systemstatus.store.Component;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncidentsByHandTest {
    private static final String NINE = "2026-03-01T09:00:00Z";
    private static final String TEN = "2026-03-01T10:00:00Z";

    private static Map<String, String> of(String id) {
        return Map.of("incident", id);
    }

    private static String component(TenantView tenant, String name, String region) {
        var form = filled(
                get(tenant, "components", "2026-02-01T00:00:00Z"), "new", Map.of("name-en", name, "region", region));
        assertThat(sentTo(post(tenant, "components", Map.of(), form, "2026-02-01T00:00:00Z")))
                .isEqualTo("components");
        return Board.of(tenant).components().stream()
                .filter(made -> made.name().text().equals(name))
                .map(Component::id)
                .findFirst()
                .orElseThrow();
    }

    private static String incident(TenantView tenant, Map<String, ?> typed) {
        var form = filled(get(tenant, "new-incident", NINE), "new", typed);
        return sentTo(post(tenant, "new-incident", Map.of(), form, NINE));
    }

    private static Answer say(TenantView tenant, String id, String phase, String text, String at) {
        var form = filled(get(tenant, "edit", of(id), Map.of(), at), "say", Map.of("phase", phase, "body-en", text));
        return post(tenant, "edit", of(id), form, at);
    }

    @Test
    void anIncidentIsToldFromItsBeginningToItsEnd() {
        var tenant = World.tenant(Map.of());
        var api = component(tenant, "API", "Europe");
        var id = incident(
                tenant,
                Map.of(
                        "title-en", "Requests fail",
                        "title-es", "Las solicitudes fallan",
                        "body-en", "We are looking.",
                        "impact", "critical",
                        "component", List.of(api)));

        assertThat(told(tenant)).containsExactly("New incident: Requests fail");
        assertThat(Board.of(tenant).components().get(0).status()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
        assertThat(World.spanish(new StatusIssues().current(tenant).get(0).title()))
                .isEqualTo("Las solicitudes fallan");

        say(tenant, id, "identified", "It is the network.", "2026-03-01T09:30:00Z");
        assertThat(told(tenant)).containsExactly("Update: Requests fail");
        say(tenant, id, "resolved", "It works.", TEN);

        assertThat(told(tenant)).containsExactly("Resolved: Requests fail");
        assertThat(Board.of(tenant).active()).isEmpty();
        assertThat(Board.of(tenant).components().get(0).status()).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(words(get(tenant, "incident", of(id), Map.of(), TEN)))
                .containsSubsequence("Resolved", "It works.", "Identified", "It is the network.", "We are looking.");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedStays() {
        var tenant = World.tenant(Map.of());
        var api = component(tenant, "API", "");
        var typed = filled(
                get(tenant, "new-incident", NINE),
                "new",
                Map.of("title-es", "x".repeat(201), "impact", "huge", "component", List.of(api)));

        var refused = post(tenant, "new-incident", Map.of(), typed, NINE);

        assertThat(problems(refused))
                .containsOnly(
                        Map.entry("title-es", "Enter up to 200 characters"),
                        Map.entry("body-en", "Enter this"),
                        Map.entry("impact", "Choose one"));
        assertThat(input(refused, "new", "title-es").orElseThrow().values()).containsExactly("x".repeat(201));
        assertThat(input(refused, "new", "component").orElseThrow().values()).containsExactly(api);
        assertThat(Board.of(tenant).open()).isEmpty();
    }

    @Test
    void aFormThatIsSentTwiceMakesOneIncidentAndOneUpdate() {
        var tenant = World.tenant(Map.of());
        var form = filled(get(tenant, "new-incident", NINE), "new", Map.of("title-en", "Slow", "body-en", "Looking."));

        var first = sentTo(post(tenant, "new-incident", Map.of(), form, NINE));
        var again = sentTo(post(tenant, "new-incident", Map.of(), form, NINE));
        var update = filled(
                get(tenant, "edit", of(first), Map.of(), TEN),
                "say",
                Map.of("phase", "monitoring", "body-en", "Better."));
        post(tenant, "edit", of(first), update, TEN);
        post(tenant, "edit", of(first), update, TEN);

        assertThat(again).isEqualTo(first);
        assertThat(told(tenant)).containsExactly("New incident: Slow", "Update: Slow");
        assertThat(Board.of(tenant).updates().get(first)).hasSize(2);
    }

    @Test
    void aTemplateFillsBothLanguages() {
        var tenant = World.tenant(Map.of());

        var form = get(tenant, "new-incident", Map.of(), Map.of("template", "slow"), NINE);

        assertThat(input(form, "new", "title-en").orElseThrow().values()).containsExactly("The service is slow");
        assertThat(input(form, "new", "title-es").orElseThrow().values()).containsExactly("El servicio va lento");
        assertThat(input(form, "new", "body-es").orElseThrow().values().get(0)).startsWith("Las solicitudes tardan");
        assertThat(get(tenant, "new-incident", Map.of(), Map.of("template", "../x"), NINE))
                .as("a template that there is not")
                .isInstanceOf(Page.class);
    }

    @Test
    void aTenantWithOneLanguageIsAskedForOne() {
        var tenant = World.inSpanish();

        assertThat(fields(get(tenant, "new-incident", NINE), "new"))
                .containsExactly("title-es", "body-es", "impact", "phase");
        incident(tenant, Map.of("title-es", "Caída", "body-es", "Investigamos."));

        var title = (Text.Written) new StatusIssues().current(tenant).get(0).title();
        assertThat(title.language()).isEqualTo(Locale.forLanguageTag("es"));
    }

    @Test
    void maintenanceBeginsMovesAndEndsAtItsTimesOfTheReadersZone() {
        var tenant = World.tenant(Map.of());
        var api = component(tenant, "API", "");
        var form = filled(
                get(tenant, "new-maintenance", NINE),
                "new",
                Map.of(
                        "title-en", "Upgrade",
                        "body-en", "A new version.",
                        "from", "2026-03-01T12:00",
                        "until", "2026-03-01T13:00",
                        "component", List.of(api)));
        var id = sentTo(post(tenant, "new-maintenance", Map.of(), form, NINE));
        assertThat(told(tenant)).containsExactly("Maintenance scheduled: Upgrade");
        assertThat(new StatusIssues().current(tenant)).isEmpty();

        var edit = get(tenant, "edit", of(id), Map.of(), NINE);
        assertThat(input(edit, "edit", "from").orElseThrow().values()).containsExactly("2026-03-01T12:00");
        post(tenant, "edit", of(id), filled(edit, "edit", Map.of("until", "2026-03-01T14:00")), NINE);
        assertThat(told(tenant)).containsExactly("Maintenance moved: Upgrade");

        World.clock(tenant, "2026-03-01T10:59:59Z");
        assertThat(told(tenant))
                .as("in Madrid it is one hour later than in Greenwich")
                .isEmpty();
        World.clock(tenant, "2026-03-01T11:00:00Z");
        assertThat(told(tenant)).containsExactly("Maintenance in progress: Upgrade");
        assertThat(Board.of(tenant).components().get(0).status()).isEqualTo(ComponentStatus.MAINTENANCE);
        World.clock(tenant, "2026-03-01T12:30:00Z");
        assertThat(told(tenant)).isEmpty();
        World.clock(tenant, "2026-03-01T13:00:00Z");

        assertThat(told(tenant)).containsExactly("Maintenance completed: Upgrade");
        assertThat(Board.of(tenant).components().get(0).status()).isEqualTo(ComponentStatus.OPERATIONAL);
    }

    @Test
    void maintenanceThatOverrunsIsGivenMoreTimeFirst() {
        var tenant = World.tenant(Map.of());
        var form = filled(
                get(tenant, "new-maintenance", NINE),
                "new",
                Map.of(
                        "title-en", "Upgrade",
                        "body-en", "A new version.",
                        "from", "2026-03-01T10:00",
                        "until", "2026-03-01T10:30"));
        var id = sentTo(post(tenant, "new-maintenance", Map.of(), form, "2026-03-01T08:00:00Z"));
        World.clock(tenant, "2026-03-01T09:00:00Z");
        World.clock(tenant, "2026-03-01T09:30:00Z");
        told(tenant);

        var refused = say(tenant, id, "in_progress", "It takes longer.", TEN);
        assertThat(problems(refused)).containsOnlyKeys("phase");
        assertThat(input(refused, "say", "body-en").orElseThrow().values()).containsExactly("It takes longer.");
        assertThat(told(tenant)).isEmpty();
        var edit = get(tenant, "edit", of(id), Map.of(), TEN);
        post(tenant, "edit", of(id), filled(edit, "edit", Map.of("until", "2026-03-01T12:00")), TEN);
        say(tenant, id, "in_progress", "It takes longer.", TEN);
        World.clock(tenant, "2026-03-01T10:30:00Z");

        assertThat(told(tenant)).containsExactly("Maintenance in progress: Upgrade");
        assertThat(Board.of(tenant).active()).hasSize(1);
    }

    @Test
    void whatWasTypedWhileAColleagueWithdrewItIsNotLost() {
        var tenant = World.tenant(Map.of());
        var id = incident(tenant, Map.of("title-en", "Slow", "body-en", "Looking."));
        var page = get(tenant, "edit", of(id), Map.of(), NINE);
        post(tenant, "edit", of(id), filled(page, "withdraw", Map.of()), TEN);

        var said = post(tenant, "edit", of(id), filled(page, "say", Map.of("body-en", "A long story.")), TEN);
        var changed = post(tenant, "edit", of(id), filled(page, "edit", Map.of("title-en", "Very slow")), TEN);

        assertThat(words(said)).contains("This was withdrawn meanwhile", "A long story.");
        assertThat(words(changed)).contains("This was withdrawn meanwhile", "Very slow");
        assertThat(words(get(tenant, "edit", of(id), Map.of(), TEN))).doesNotContain("This was withdrawn meanwhile");
    }

    @Test
    void anIdThatIsNoneIsNotThere() {
        var tenant = World.tenant(Map.of());

        assertThat(get(tenant, "incident", of("a\u0000b"), Map.of(), NINE)).isInstanceOf(Answer.Absent.class);
        assertThat(new StatusIssues().find(tenant, "\u0000")).isEmpty();
        var id = incident(
                tenant, Map.of("title-en", "Slow", "body-en", "Looking.", "component", List.of("\u0000", "x,y")));
        assertThat(Board.of(tenant).affected()).doesNotContainKey(id);
    }

    @Test
    void maintenanceThatEndsBeforeItBeginsIsRefused() {
        var tenant = World.tenant(Map.of());
        var form = filled(
                get(tenant, "new-maintenance", NINE),
                "new",
                Map.of(
                        "title-en",
                        "Upgrade",
                        "body-en",
                        "Now.",
                        "from",
                        "2026-03-01T12:00",
                        "until",
                        "2026-03-01T12:00"));

        assertThat(problems(post(tenant, "new-maintenance", Map.of(), form, NINE)))
                .containsOnly(Map.entry("until", "Enter a time after the beginning"));
        form.put("until", List.of("tomorrow"));
        assertThat(problems(post(tenant, "new-maintenance", Map.of(), form, NINE)))
                .containsOnly(Map.entry("until", "Enter a date and a time"));
    }

    @Test
    void aMistakeIsWithdrawnAndStaysInTheHistory() {
        var tenant = World.tenant(Map.of());
        var id = incident(tenant, Map.of("title-en", "Slow", "body-en", "Looking."));
        told(tenant);
        var page = get(tenant, "edit", of(id), Map.of(), NINE);
        assertThat(form(page, "withdraw").danger()).isTrue();

        post(tenant, "edit", of(id), filled(page, "withdraw", Map.of()), TEN);
        post(tenant, "edit", of(id), filled(page, "withdraw", Map.of()), TEN);
        say(page, tenant, id);

        assertThat(told(tenant)).containsExactly("Withdrawn: Slow");
        assertThat(new StatusIssues().current(tenant)).isEmpty();
        assertThat(words(get(tenant, "history", Map.of(), Map.of("month", "2026-03"), TEN)))
                .contains("Slow", "Withdrawn");
    }

    /** From a page that was opened before. */
    private static void say(Answer page, TenantView tenant, String id) {
        post(tenant, "edit", of(id), filled(page, "say", Map.of("body-en", "More.")), TEN);
    }

    @Test
    void twoWhoChangeAnIncidentAtOnceDoNotOverwriteEachOther() {
        var tenant = World.tenant(Map.of());
        var id = incident(tenant, Map.of("title-en", "Slow", "body-en", "Looking."));
        var page = get(tenant, "edit", of(id), Map.of(), NINE);

        post(tenant, "edit", of(id), filled(page, "edit", Map.of("title-en", "Very slow")), NINE);
        var refused = post(tenant, "edit", of(id), filled(page, "edit", Map.of("title-en", "Rather slow")), NINE);

        assertThat(problems(refused).get("title-en")).startsWith("Somebody has changed this meanwhile");
        assertThat(input(refused, "edit", "title-en").orElseThrow().values()).containsExactly("Rather slow");
        assertThat(Board.of(tenant).open().get(0).title().text()).isEqualTo("Very slow");
        post(tenant, "edit", of(id), filled(refused, "edit", Map.of()), NINE);
        assertThat(Board.of(tenant).open().get(0).title().text()).isEqualTo("Rather slow");
    }

    @Test
    void theProvidersWordsAreTranslatedAndNothingElseOfThemIsChanged() {
        var tenant = World.withStatuspage();
        World.takes(tenant, "statuspage-summary", "summary-incident.json", "2026-03-01T09:00:10Z");
        told(tenant);
        var id = Board.of(tenant).active().get(0).id();
        var page = get(tenant, "edit", of(id), Map.of(), NINE);
        assertThat(fields(page, "words")).startsWith("title-es").allMatch(name -> name.endsWith("-es"));

        var update = fields(page, "words").get(1);
        post(
                tenant,
                "edit",
                of(id),
                filled(page, "words", Map.of("title-es", "Las solicitudes a la API fallan", update, "Investigamos.")),
                NINE);
        post(tenant, "edit", of(id), Map.of("form", List.of("withdraw")), NINE);

        var issue = new StatusIssues().current(tenant).get(0);
        assertThat(World.spanish(issue.title())).isEqualTo("Las solicitudes a la API fallan");
        assertThat(World.english(issue.title())).isEqualTo("API requests fail");
        assertThat(told(tenant)).isEmpty();
        World.takes(tenant, "statuspage-summary", "summary-identified.json", "2026-03-01T09:20:20Z");
        assertThat(World.spanish(new StatusIssues().current(tenant).get(0).title()))
                .as("what the provider says next leaves the translation")
                .isEqualTo("Las solicitudes a la API fallan");
    }

    @Test
    void componentsAreRenamedOrderedAndRetired() {
        var tenant = World.tenant(Map.of());
        var api = component(tenant, "API", "Europe");
        component(tenant, "Web", "Europe");
        var page = get(tenant, "component", Map.of("component", api), Map.of(), NINE);

        post(
                tenant,
                "component",
                Map.of("component", api),
                filled(page, "edit", Map.of("name-es", "Interfaz", "position", "7")),
                NINE);
        assertThat(Board.of(tenant).components())
                .extracting(one -> World.spanish(one.name().asText()))
                .containsExactly("Web", "Interfaz");
        assertThat(problems(post(
                        tenant,
                        "component",
                        Map.of("component", api),
                        filled(page, "edit", Map.of("position", "-1")),
                        NINE)))
                .containsOnlyKeys("position");

        post(tenant, "component", Map.of("component", api), filled(page, "retire", Map.of()), NINE);

        assertThat(Board.of(tenant).components()).hasSize(1);
        assertThat(get(tenant, "component", Map.of("component", api), Map.of(), NINE))
                .isInstanceOf(Answer.Absent.class);
    }

    @Test
    void whatAnIncidentAffectedStaysWithItWhenItIsRetired() {
        var tenant = World.tenant(Map.of());
        var api = component(tenant, "API", "");
        var id = incident(tenant, Map.of("title-en", "Slow", "body-en", "Looking.", "component", List.of(api)));
        post(tenant, "component", Map.of("component", api), Map.of("form", List.of("retire")), NINE);
        var page = get(tenant, "edit", of(id), Map.of(), NINE);
        assertThat(fields(page, "edit")).doesNotContain("component");

        post(tenant, "edit", of(id), filled(page, "edit", Map.of("title-en", "Very slow")), NINE);

        assertThat(words(get(tenant, "incident", of(id), Map.of(), NINE))).contains("API");
    }

    @Test
    void whatIsAnotherTenantsIsNotThere() {
        var tenant = World.tenant(Map.of());
        var other = World.tenant(Map.of());
        var id = incident(tenant, Map.of("title-en", "Slow", "body-en", "Looking."));
        var api = component(tenant, "API", "");
        var form = filled(get(tenant, "edit", of(id), Map.of(), NINE), "say", Map.of("body-en", "Hello."));
        told(tenant);

        assertThat(List.of(
                        get(other, "edit", of(id), Map.of(), NINE),
                        post(other, "edit", of(id), form, NINE),
                        get(other, "incident", of(id), Map.of(), NINE),
                        get(other, "component", Map.of("component", api), Map.of(), NINE),
                        post(other, "component", Map.of("component", api), Map.of("form", List.of("retire")), NINE)))
                .allMatch(Answer.Absent.class::isInstance);
        assertThat(told(tenant)).isEmpty();
        assertThat(Board.of(tenant).components()).hasSize(1);
    }
}
