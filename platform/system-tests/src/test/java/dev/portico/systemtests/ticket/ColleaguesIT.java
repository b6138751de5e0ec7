package dev.portico.systemtests.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.rest.Cases;
import dev.portico.systemtests.rest.Problem;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people of Acme and one of another organization: who sees and answers whose cases, over REST and on pages (B10). */
@ExtendWith(PortalStackExtension.class)
class ColleaguesIT {
    private static final String ACME =
            "ticket where tenant_id = 'harmony' and organization_id = 'acme'" + " and not archived";

    private static Api grace;
    private static Api colleague;
    private static Api stranger;
    private static Session colleaguesPages;
    private static Session strangersPages;
    private static Grants grants;
    private static String word;
    private static long number;
    private static String file;

    @BeforeAll
    static void file(PortalStack stack) {
        grace = stack.api("harmony", "acme-en");
        colleague = stack.api("harmony", "acme-es");
        stranger = stack.api("harmony", "globex-en");
        colleaguesPages = Session.login(stack, "harmony", "acme-es");
        strangersPages = Session.login(stack, "harmony", "globex-en");
        grants = new Grants(stack);
        word = Cases.word();
        number = Cases.number(Cases.file(grace, "Of a colleague " + word));
        file = Cases.created(grace.upload(
                        "/tickets/" + number + "/attachments", "a.txt", "hers".getBytes(StandardCharsets.UTF_8)))
                .object()
                .getString("id");
    }

    @BeforeEach
    void everybodyStandsAsEver() throws SQLException {
        grants.reset();
    }

    @AfterAll
    static void everybodyStandsAsBefore() throws SQLException {
        grants.reset();
    }

    @Test
    void without_a_grant_a_colleagues_case_is_an_absent_one() {
        assertNotSeen(colleague, colleaguesPages);
        Problem.of(colleague.get("/tickets?scope=organization"), 422);
        assertThat(colleaguesPages
                        .get("/harmony/tickets?scope=organization&q=" + word)
                        .body())
                .doesNotContain("/tickets/" + number)
                .doesNotContain("De mi organización");
    }

    @Test
    void whoever_sees_the_organization_has_its_list_and_answers_its_cases(PortalStack stack) throws SQLException {
        grants.set("acme-es", true, true, false);
        assertThat(numbers(list(colleague, "scope=organization&q=" + word))).containsExactly(number);
        assertThat(numbers(list(colleague, "q=" + word))).isEmpty();
        for (var sort : List.of("updated", "number", "severity")) {
            var all = list(colleague, "scope=organization&size=100&sort=" + sort);
            assertThat(all.getInt("total")).isEqualTo((int) grants.count(ACME));
            assertThat(list(colleague, "scope=organization&status=open&size=1&sort=" + sort)
                            .getInt("total"))
                    .isEqualTo((int) grants.count(ACME + " and open"));
        }
        var page = colleaguesPages
                .get("/harmony/tickets?scope=organization&q=" + word)
                .body();
        assertThat(page).contains("De mi organización", "/harmony/tickets/" + number, "Grace Miller", "Solicitante");
        assertThat(colleaguesPages.get("/harmony/tickets?q=" + number).body()).contains("/harmony/tickets/" + number);
        assertThat(colleaguesPages
                        .get("/harmony/tickets.csv?scope=organization&q=" + word)
                        .body())
                .contains(",Solicitante,", "Grace Miller");

        Cases.created(colleague.post("/tickets/" + number + "/comments", text("I know more " + word)));
        var said = grace.get("/tickets/" + number)
                .object()
                .getJsonArray("conversation")
                .getValuesAs(JsonObject.class);
        assertThat(said.get(said.size() - 1).getString("author")).isEqualTo("Lucía Hernández");
        var told = stack.mails()
                .waitFor("acme-en@acme.example", mail -> mail.text().contains("I know more " + word));
        assertThat(told.subject()).contains(Long.toString(number));
        assertThat(stack.mails().to("acme-es@acme.example"))
                .noneMatch(mail -> mail.text().contains("I know more " + word));
        assertNotSeen(stranger, strangersPages);
    }

    @Test
    void whoever_is_not_authorized_reads_and_is_told_whom_to_ask() throws SQLException {
        grants.set("acme-es", false, true, false);
        grants.set("acme-en", true, false, true);
        assertThat(colleague.get("/tickets/" + number).status()).isEqualTo(200);
        assertThat(colleague.get("/tickets/" + number + "/attachments/" + file).status())
                .isEqualTo(200);
        for (var action : List.of("comments", "status", "close")) {
            var refused = Problem.of(colleague.post("/tickets/" + number + "/" + action, text("No")), 403);
            assertThat(refused.detail()).contains("Grace Miller");
        }
        Problem.of(
                colleague.upload("/tickets/" + number + "/attachments", "b.txt", "no".getBytes(StandardCharsets.UTF_8)),
                403);
        var page = colleaguesPages.get("/harmony/tickets/" + number);
        assertThat(page.body()).contains("Puedes leer esto.").doesNotContain("id=\"commenting\"", "id=\"closing\"");

        assertThat(Problem.of(colleague.post("/tickets", Cases.body("No").build()), 403)
                        .detail())
                .contains("Grace Miller");
        var form = colleaguesPages.get("/harmony/tickets/new?type=case");
        assertThat(form.statusCode()).isEqualTo(403);
        assertThat(form.body()).contains("contactos autorizados", "Grace Miller");
    }

    @Test
    void what_was_delegated_is_seen_and_answered_until_it_ends() throws SQLException {
        grants.delegate("acme-en", "acme-es", "now() + interval '1 day'");
        var scope = "scope=" + grants.subject("acme-en");
        assertThat(colleague.get("/tickets/" + number).status()).isEqualTo(200);
        assertThat(numbers(list(colleague, scope + "&q=" + word))).containsExactly(number);
        assertThat(list(colleague, scope).getInt("total"))
                .isEqualTo((int) grants.count(ACME + " and requester_subject = '" + grants.subject("acme-en") + "'"));
        Cases.created(colleague.post("/tickets/" + number + "/comments", text("In her place")));
        assertThat(colleaguesPages.get("/harmony/tickets?" + scope).body())
                .contains("/harmony/tickets/" + number)
                .doesNotContain("De mi organización");
        assertNotSeen(stranger, strangersPages);

        grants.delegate("acme-en", "acme-es", "now()");
        assertNotSeen(colleague, colleaguesPages);
        Problem.of(colleague.get("/tickets?" + scope), 422);
    }

    @Test
    void another_organizations_people_never_see_it() throws SQLException {
        grants.set("globex-en", true, true, true);
        grants.delegate("acme-en", "globex-en", "now() + interval '1 day'");
        assertNotSeen(stranger, strangersPages);
        assertThat(numbers(list(stranger, "scope=organization&q=" + word))).isEmpty();
        Problem.of(stranger.get("/tickets?scope=" + grants.subject("acme-en")), 422);
        assertThat(strangersPages.get("/harmony/tickets?q=" + number).body()).doesNotContain("/tickets/" + number);
    }

    private static void assertNotSeen(Api api, Session pages) {
        Problem.of(api.get("/tickets/" + number), 404);
        Problem.of(api.get("/tickets/" + number + "/attachments/" + file), 404);
        Problem.of(api.post("/tickets/" + number + "/comments", text("Mine?")), 404);
        Problem.of(api.post("/tickets/" + number + "/close"), 404);
        assertThat(pages.get("/harmony/tickets/" + number).statusCode()).isEqualTo(404);
        assertThat(pages.get("/harmony/tickets/" + number + "/attachments/" + file)
                        .statusCode())
                .isEqualTo(404);
        assertThat(pages.get("/harmony/tickets.csv?q=" + word).body()).doesNotContain(word);
    }

    private static JsonObject list(Api api, String parameters) {
        var answer = api.get("/tickets?" + parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.object();
    }

    private static List<Long> numbers(JsonObject list) {
        return list.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(Cases::number)
                .toList();
    }

    private static JsonObject text(String text) {
        return Json.createObjectBuilder()
                .add("text", text)
                .add("status", "closed")
                .build();
    }
}
