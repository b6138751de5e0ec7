package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Api;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plugins over REST, of a tenant that uses none: whom it serves, what it refuses, and what is kept of it (J2, J4). */
@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class TenantPluginIT {
    private static final String DESK = "/plugins/legacy-portal/tenants/";
    private static final String HERE = DESK + "data-loader";

    @AfterEach
    void disable(PortalStack stack) {
        put(admin(stack), HERE, "{\"enabled\": false, \"settings\": {}}").require(200);
    }

    @Test
    void a_plugin_that_is_enabled_is_there_for_customers_at_once_and_gone_at_once(PortalStack stack) {
        var customers = Session.anonymous(stack);
        assertThat(customers.get("/data-loader").body()).doesNotContain("/data-loader/tickets");
        put(admin(stack), HERE, "{\"enabled\": true}").require(200);
        assertThat(customers.get("/data-loader").body()).contains("/data-loader/tickets");
        assertThat(uses(stack, "data-loader")).isTrue();
        put(admin(stack), HERE, "{\"enabled\": false}").require(200);
        assertThat(customers.get("/data-loader").body()).doesNotContain("/data-loader/tickets");
        assertThat(uses(stack, "data-loader")).isFalse();
    }

    @Test
    void a_plugin_that_is_disabled_leaves_its_tickets_in_the_agents_queue(PortalStack stack) {
        var desk = DESK + "legacy";
        var customer = stack.api("legacy", "umbrella-en");
        var type = customer.get("/ticket-types").array().getJsonObject(0).getString("id");
        var body = Cases.body("Still waiting").add("type", type).add("version", "10.x");
        var number = Cases.number(Cases.file(customer, body));
        put(admin(stack), desk, "{\"enabled\": false}").require(200);
        try {
            assertThat(admin(stack).get(desk).object().getInt("openTickets")).isPositive();
            var queue = Session.login(stack, "staff", "agent").get("/staff/tickets?tenant=legacy&sort=updated");
            assertThat(queue.statusCode()).isEqualTo(200);
            assertThat(queue.body()).contains("/staff/legacy/tickets/" + number);
            assertThat(customer.get("/ticket-types").array()).isEmpty();
        } finally {
            put(admin(stack), desk, "{\"enabled\": true}").require(200);
        }
        customer.get("/tickets/" + number).require(200);
    }

    private static boolean uses(PortalStack stack, String tenant) {
        return admin(stack).get("/plugins").require(200).array().getValuesAs(JsonObject.class).stream()
                .filter(plugin -> plugin.getString("id", "").equals("legacy-portal"))
                .flatMap(plugin -> plugin.getJsonArray("tenants").getValuesAs(JsonObject.class).stream())
                .anyMatch(use -> use.getString("id").equals(tenant) && use.getBoolean("enabled"));
    }

    @Test
    void every_problem_of_the_settings_is_told_at_its_place_and_nothing_is_changed(PortalStack stack) {
        var answer = put(admin(stack), HERE, """
                {"enabled": true, "settings": {"supportEmail": "nobody", "onCall": ["a@x.example", "b"], "colour": 1,
                 "products": [{"id": "A b", "labels": {"en": "A"}}, {"id": "c", "labels": {"es": "C"}}]}}
                """);
        assertThat(Problem.of(answer, 422).errors())
                .containsOnlyKeys("supportEmail", "onCall[1]", "'colour'", "products[0].id", "products[1].labels.en");
        assertThat(admin(stack).get(HERE).require(200).object().getBoolean("enabled"))
                .isFalse();
    }

    @Test
    void who_comes_with_an_older_version_is_told_so(PortalStack stack) {
        put(admin(stack), HERE, "{\"settings\": {\"supportEmail\": \"one@x.example\"}}")
                .require(200);
        var before = admin(stack).get(HERE).require(200);
        var tag = before.header("ETag").orElseThrow();
        assertThat(tag).isEqualTo("\"" + before.object().getInt("version") + "\"");
        put(admin(stack).with("If-Match", tag), HERE, "{\"settings\": {\"supportEmail\": \"two@x.example\"}}")
                .require(200);
        var late = put(
                admin(stack).with("If-Match", tag), HERE, "{\"settings\": {\"supportEmail\": \"three@x.example\"}}");
        Problem.of(late, 412);
        assertThat(admin(stack).get(HERE).object().getJsonObject("settings").getString("supportEmail"))
                .isEqualTo("two@x.example");
    }

    @Test
    void what_was_done_is_in_the_audit_log_of_that_tenant_alone(PortalStack stack) throws SQLException {
        put(admin(stack), HERE, "{\"settings\": {\"supportEmail\": \"audited@x.example\"}}")
                .require(200);
        try (var portal = stack.database().portal();
                var work = portal.createStatement()) {
            for (var tenant : new String[] {"data-loader", "harmony"}) {
                portal.setAutoCommit(false);
                work.execute("select set_config('app.tenant', '" + tenant + "', true)");
                for (var table :
                        new String[] {"audit_entry where changes::text", "plugin_settings_version where settings::text"
                        }) {
                    try (var row = work.executeQuery("select count(*) > 0 from " + table + " like '%audited@x%'")) {
                        row.next();
                        assertThat(row.getBoolean(1))
                                .as(table + " of " + tenant)
                                .isEqualTo(tenant.equals("data-loader"));
                    }
                }
                portal.rollback();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"harmony, acme-en, 401", "staff, agent, 403", "staff, csm, 403"})
    void only_an_administrators_token_opens_it(String realm, String account, int status, PortalStack stack) {
        var api = stack.api(realm, account).at(stack.portalUrl() + "/staff/api/v1");
        Problem.of(api.get("/plugins"), status);
        Problem.of(put(api, HERE, "{\"enabled\": true}"), status);
    }

    @Test
    void the_staffs_api_and_the_tenants_are_two(PortalStack stack) {
        Problem.of(stack.anonymous().get("/staff/api/v1/plugins"), 401);
        Problem.of(stack.api("harmony", "acme-en").get("/plugins"), 404);
        Problem.of(admin(stack).get("/tickets"), 404);
        Problem.of(admin(stack).get("/ticket-types"), 404);
    }

    @Test
    void a_tenant_that_is_not_served_is_not_there(PortalStack stack, Accounts accounts) throws SQLException {
        put(admin(stack), HERE, "{\"settings\": {\"supportEmail\": \"walled@x.example\"}}")
                .require(200);
        var account = accounts.createStaff("admin", "bmc").name();
        var api = stack.api("staff", account);
        for (var path : new String[] {HERE, DESK + "nowhere", DESK + "staff"}) {
            Problem.of(api.get(path), 404);
            Problem.of(put(api, path, "{\"enabled\": true}"), 404);
        }
        api.get(DESK + "bmc").require(200);
        Problem.of(api.get("/plugins/no-such-plugin/tenants/bmc"), 404);
        assertThat(api.get("/plugins").body()).contains("\"bmc\"").doesNotContain("\"data-loader\"");

        var session = Session.login(stack, "staff", account);
        assertThat(session.get("/staff/bmc/plugins/legacy-portal").statusCode()).isEqualTo(200);
        assertThat(session.get("/staff/data-loader/plugins/legacy-portal").statusCode())
                .isEqualTo(404);
        assertThat(session.get("/staff/bmc/plugins/no-such-plugin").statusCode())
                .isEqualTo(404);
        for (var query : new String[] {"", "?tenant=data-loader"}) {
            assertThat(session.get("/staff/audit" + query).body()).doesNotContain("walled@x.example");
            assertThat(session.get("/staff/audit.csv" + query).body()).doesNotContain("walled@x.example");
        }
        var theirs = Session.login(stack, "staff", "admin");
        assertThat(theirs.get("/staff/audit?tenant=data-loader").body()).contains("walled@x.example");
        assertThat(theirs.get("/staff/audit.csv?tenant=data-loader").body()).contains("walled@x.example");
    }

    private static Api admin(PortalStack stack) {
        return stack.api("staff", "admin");
    }

    private static Answer put(Api api, String path, String json) {
        return api.with("Content-Type", "application/json").send("PUT", path, BodyPublishers.ofString(json));
    }
}
