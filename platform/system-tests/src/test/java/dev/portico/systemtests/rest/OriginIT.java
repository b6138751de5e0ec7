package dev.portico.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What may be http and private, over REST and the page: an administrator of the platform alone says so (F1, J4). */
@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class OriginIT {
    private static final String ORIGIN = "http://status.internal:8080";

    @Test
    void an_origin_is_allowed_listed_audited_and_removed(PortalStack stack) {
        var made =
                allow(admin(stack), "HTTP://Status.Internal:8080/").require(201).object();
        assertThat(made.getString("origin")).isEqualTo(ORIGIN);
        assertThat(made.getBoolean("webhooks")).as("unless it is said").isFalse();
        assertThat(admin(stack).get("/origins").require(200).array().getValuesAs(JsonObject.class))
                .contains(made);
        assertThat(Problem.of(allow(admin(stack), ORIGIN), 422).errors()).containsOnlyKeys("origin");

        assertThat(remove(admin(stack), made.getString("id")).status()).isEqualTo(204);
        Problem.of(remove(admin(stack), made.getString("id")), 404);
        Problem.of(remove(admin(stack), "none"), 404);
        assertThat(admin(stack).get("/origins").body()).doesNotContain(ORIGIN);
        assertThat(Session.login(stack, "staff", "admin")
                        .get("/staff/audit.csv?tenant=staff")
                        .body())
                .contains("origin.allowed", "origin.removed", ORIGIN);
    }

    @Test
    void what_is_no_origin_is_told_at_its_field_and_kept_there(PortalStack stack) {
        for (var address :
                new String[] {"", "status", "ftp://a", "http://a/path", "http://a?b", "http://u@a", "http://a b"}) {
            assertThat(Problem.of(allow(admin(stack), address), 422).errors())
                    .as(address)
                    .containsOnlyKeys("origin");
        }
        assertThat(Problem.of(
                                admin(stack)
                                        .post(
                                                "/origins",
                                                Json.createObjectBuilder()
                                                        .add("origin", ORIGIN)
                                                        .add("webhooks", "yes")
                                                        .build()),
                                422)
                        .errors())
                .containsOnlyKeys("webhooks");
        var path = "/staff/plugins/origins";
        var entered = Map.of("origin", "\"><b>#{7*7}");
        assertThat(Session.login(stack, "staff", "admin")
                        .press(path, "add", "add-origin", entered, path)
                        .body())
                .contains("value=\"&quot;&gt;&lt;b&gt;#{7*7}\"", "Enter a scheme");
    }

    @Test
    void an_administrator_of_tenants_has_no_say_in_it(PortalStack stack, Accounts accounts) {
        var account = accounts.createStaff("admin", "harmony").name();
        var api = stack.api("staff", account);
        Problem.of(api.get("/origins"), 403);
        Problem.of(allow(api, "http://other.internal"), 403);
        Problem.of(remove(api, "00000000-0000-0000-0000-000000000000"), 403);
        var session = Session.login(stack, "staff", account);
        assertThat(session.get("/staff/plugins/origins").statusCode()).isEqualTo(403);
        assertThat(session.get("/staff/plugins").body()).doesNotContain("/staff/plugins/origins");
        assertThat(Session.login(stack, "staff", "admin").get("/staff/plugins").body())
                .contains("/staff/plugins/origins");
    }

    private static Api admin(PortalStack stack) {
        return stack.api("staff", "admin");
    }

    private static Answer allow(Api api, String origin) {
        return api.post(
                "/origins", Json.createObjectBuilder().add("origin", origin).build());
    }

    private static Answer remove(Api api, String id) {
        return api.send("DELETE", "/origins/" + id, BodyPublishers.noBody());
    }
}
