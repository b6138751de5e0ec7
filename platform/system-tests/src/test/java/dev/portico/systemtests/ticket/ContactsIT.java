package dev.portico.systemtests.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.rest.Cases;
import dev.portico.systemtests.rest.Problem;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An organization's own decisions: who may what, who acts for whom, and what cannot wait (B10, B11). */
@ExtendWith(PortalStackExtension.class)
class ContactsIT {
    private static final String CONTACTS = "/harmony/contacts";
    private static final String DELEGATIONS = "/harmony/delegations";

    private static Api grace;
    private static Api lucia;
    private static Session gracesPages;
    private static Session luciasPages;
    private static Session strangersPages;
    private static Grants grants;
    private static String graceId;
    private static String luciaId;
    private static String strangerId;

    @BeforeAll
    static void logIn(PortalStack stack) throws SQLException {
        grace = stack.api("harmony", "acme-en");
        lucia = stack.api("harmony", "acme-es");
        gracesPages = Session.login(stack, "harmony", "acme-en");
        luciasPages = Session.login(stack, "harmony", "acme-es");
        strangersPages = Session.login(stack, "harmony", "globex-en");
        grants = new Grants(stack);
        graceId = grants.subject("acme-en");
        luciaId = grants.subject("acme-es");
        strangerId = grants.subject("globex-en");
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
    void only_a_contact_manager_decides_and_one_of_them_remains() throws SQLException {
        assertThat(gracesPages.get(CONTACTS).statusCode()).isEqualTo(403);
        assertThat(gracesPages.get("/harmony").body()).doesNotContain(CONTACTS);
        grants.set("acme-en", true, false, true);
        assertThat(gracesPages.get("/harmony").body()).contains(CONTACTS);
        assertThat(gracesPages.get(CONTACTS).body())
                .contains("Lucía Hernández", "acme-es@acme.example")
                .doesNotContain("globex");

        var saved = decide(Map.of(graceId, "am", luciaId, "a"), Map.of(graceId, "am", luciaId, "s"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(grants.count("account where subject = '" + luciaId + "' and not authorized and sees_organization"))
                .isEqualTo(1);
        assertThat(grants.count(
                        "audit_entry where tenant_id = 'harmony' and action = 'contact.granted' and object_id = '"
                                + luciaId + "' and actor_subject = '" + graceId + "'"))
                .isPositive();

        var stale = decide(Map.of(luciaId, "a"), Map.of(luciaId, "as"));
        assertThat(stale.body()).contains("Somebody else has decided about Lucía");
        var last = decide(Map.of(graceId, "am"), Map.of(graceId, "a"));
        assertThat(last.body()).contains("Somebody has to remain contact manager");
        assertThat(grants.count("account where subject = '" + graceId + "' and contact_manager"))
                .isEqualTo(1);
        var foreign = decide(Map.of(strangerId, "a"), Map.of(strangerId, "am"));
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(grants.count("account where subject = '" + strangerId + "' and contact_manager"))
                .isZero();
    }

    @Test
    void a_delegation_begins_and_ends_on_its_page() throws SQLException {
        var number = Cases.number(Cases.file(grace, "While I am away"));
        assertThat(lucia.get("/tickets/" + number).status()).isEqualTo(404);
        var today = LocalDate.now(ZoneId.of(grants.zone("acme-en")));
        assertThat(delegate(luciaId, today.minusDays(1).toString()).body()).contains("Choose a day from today on");
        assertThat(delegate(luciaId, "soon").body()).contains("Choose a day from today on");
        assertThat(delegate(strangerId, today.toString()).body()).contains("Choose somebody of your organization.");
        assertThat(delegate(graceId, today.toString()).body()).contains("Choose somebody of your organization.");
        assertThat(grants.count("delegation where tenant_id = 'harmony'")).isZero();

        assertThat(delegate(luciaId, today.toString()).statusCode()).isEqualTo(302);
        assertThat(lucia.get("/tickets/" + number).status()).isEqualTo(200);
        assertThat(luciasPages.get(DELEGATIONS).body()).contains("Grace Miller", "scope=" + graceId);
        grants.move("acme-en", "null");
        assertThat(lucia.get("/tickets/" + number).status())
                .as("Grace belongs to Acme no more")
                .isEqualTo(404);
        grants.move("acme-en", "'acme'");
        assertThat(lucia.get("/tickets/" + number).status()).isEqualTo(200);
        assertThat(gracesPages
                        .press(DELEGATIONS, "ending", "end", Map.of("end", luciaId), DELEGATIONS)
                        .statusCode())
                .isEqualTo(302);
        assertThat(lucia.get("/tickets/" + number).status()).isEqualTo(404);
    }

    @Test
    void whoever_is_not_authorized_delegates_nothing() throws SQLException {
        grants.set("acme-en", false, false, false);
        assertThat(gracesPages.get(DELEGATIONS).body()).doesNotContain("id=\"delegating\"");
    }

    @Test
    void an_enterprise_escalates_once_and_the_people_on_call_are_told(PortalStack stack) throws SQLException {
        var word = Cases.word();
        var number = Cases.number(Cases.file(grace, "Cannot wait " + word));
        var path = "/tickets/" + number + "/escalation";
        var page = "/harmony/tickets/" + number;
        Problem.of(grace.post(path, reason(word)), 403);
        assertThat(gracesPages.get(page).body()).doesNotContain("id=\"escalating\"", "555 0100");
        assertThat(gracesPages.get("/harmony").body()).doesNotContain("555 0100");

        grants.plan("acme", "ENTERPRISE", "'+1 555 0100'");
        assertThat(gracesPages.get(page).body()).contains("id=\"escalating\"", "tel:+15550100");
        assertThat(gracesPages.get("/harmony").body()).contains("tel:+15550100");
        assertThat(strangersPages.get("/harmony").body()).doesNotContain("555 0100");
        assertThat(Session.anonymous(stack).get("/harmony").body()).doesNotContain("555 0100");
        Problem.of(lucia.post(path, reason(word)), 404);
        assertThat(Problem.of(grace.post(path, reason(" ")), 422).errors()).containsOnlyKeys("reason");

        assertThat(gracesPages
                        .press(page, "escalating", "escalate", Map.of("field-reason", "Trucks wait " + word), page)
                        .statusCode())
                .isEqualTo(302);
        Problem.of(grace.post(path, reason(word)), 409);
        var shown = grace.get("/tickets/" + number).object();
        assertThat(shown.getBoolean("escalated")).isTrue();
        assertThat(shown.getJsonArray("activity").toString()).contains("escalation", "Trucks wait " + word);
        assertThat(luciasPages.get("/harmony").body()).contains("Línea de emergencia");
        stack.mails().waitFor("on-call@harmony.example", mail -> mail.text().contains("Trucks wait " + word));
        assertThat(stack.mails().to("acme-en@acme.example"))
                .noneMatch(mail -> mail.text().contains("Trucks wait " + word));

        var agent = Session.login(stack, "staff", "agent");
        var desk = "/staff/harmony/tickets/" + number;
        assertThat(agent.get("/staff/tickets?tenant=harmony&q=" + word).body()).contains("Escalated", "is-urgent");
        assertThat(agent.press(desk, "calming", "calm", Map.of(), desk).statusCode())
                .isEqualTo(302);
        assertThat(grace.get("/tickets/" + number).object().getBoolean("escalated"))
                .isFalse();
        assertThat(agent.get("/staff/tickets?tenant=harmony&q=" + word).body()).doesNotContain("is-urgent");
    }

    private static java.net.http.HttpResponse<String> decide(Map<String, String> seen, Map<String, String> wanted) {
        var fields = new LinkedHashMap<String, String>();
        var parameters = new StringBuilder();
        seen.forEach((subject, flags) -> {
            parameters.append(parameters.isEmpty() ? "?person=" : "&person=").append(subject);
            fields.put("seen-" + subject, flags);
        });
        wanted.forEach((subject, flags) -> {
            tick(fields, flags, "a", "authorized-" + subject);
            tick(fields, flags, "s", "sees-" + subject);
            tick(fields, flags, "m", "manages-" + subject);
        });
        return gracesPages.press(CONTACTS, "contacts", "save", fields, CONTACTS + parameters);
    }

    private static void tick(Map<String, String> fields, String flags, String flag, String name) {
        if (flags.contains(flag)) {
            fields.put(name, "true");
        }
    }

    private static java.net.http.HttpResponse<String> delegate(String to, String until) {
        return gracesPages.press(DELEGATIONS, "delegating", "delegate", Map.of("to", to, "until", until), DELEGATIONS);
    }

    private static jakarta.json.JsonObject reason(String text) {
        return Json.createObjectBuilder().add("reason", text).build();
    }
}
