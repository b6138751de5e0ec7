package dev.portico.systemtests.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.portico.portal.web.Access;
import dev.portico.portal.web.Area;
import dev.portico.portal.web.Route;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever asks for what is not theirs is answered as if it were not there, at every address that there is. */
@ExtendWith(PortalStackExtension.class)
class ForeignIdIT {
    private static final long ABSENT = 999_999_999L;
    private static final String ABSENT_FILE = "ffffffffffffffffffffffffffffffff";
    private static final String ABSENT_MAIL = "zzzzzzzzzzzzzzzzzzzzzzzzzz";

    private static final String MIGRATION = "foreign-id-test";

    private static OwnedCase acme;
    private static OwnedCase globex;
    private static OwnedCase initech;
    private static Session acmeSession;
    private static Session initechSession;
    private static Session agentSession;

    @BeforeAll
    static void file(PortalStack stack) throws SQLException {
        OwnedCase.partNumbers(stack);
        acme = OwnedCase.file(stack, "harmony", "acme-en");
        globex = OwnedCase.file(stack, "harmony", "globex-en");
        initech = OwnedCase.file(stack, "bmc", "initech-en");
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute(
                    "insert into ticket_migration (tenant_id, id, source_type, target_tenant, target_type, mapping,"
                            + " state, total, started_by, created_at, version) values ('harmony', '" + MIGRATION
                            + "', 'none', 'bmc', 'none', '{}', 'DONE', 0, '', now(), 1) on conflict do nothing");
        }
        acmeSession = Session.login(stack, "harmony", "acme-en");
        initechSession = Session.login(stack, "bmc", "initech-en");
        agentSession = Session.login(stack, "staff", "agent");
    }

    /** Who asks, at the address of which tenant, for whose case. */
    static Stream<org.junit.jupiter.params.provider.Arguments> strangers() {
        var customers = List.of(
                new Stranger("a customer of harmony for a case of bmc", acmeSession, "/harmony", acme, initech),
                new Stranger("a customer of bmc for a case of harmony", initechSession, "/bmc", initech, acme),
                new Stranger(
                        "a customer of harmony for another customer's case", acmeSession, "/harmony", acme, globex));
        var agents = List.of(
                new Stranger("an agent in harmony for a case of bmc", agentSession, "/staff/harmony", acme, initech),
                new Stranger("an agent in bmc for a case of harmony", agentSession, "/staff/bmc", initech, acme));
        return Stream.concat(
                routes(Area.TENANT).flatMap(route -> customers.stream().map(who -> arguments(route, who))),
                routes(Area.STAFF_TENANT).flatMap(route -> agents.stream().map(who -> arguments(route, who))));
    }

    private static Stream<Route> routes(Area area) {
        return Arrays.stream(Route.values())
                .filter(route -> route.area() == area)
                .filter(route -> route.template().contains("{number}")
                        || route.template().contains("{id}"))
                // An administrator's page names what no tenant owns, a migration apart; whom it serves is held by
                // TenantPluginIT. What CSMs see of another tenant's people is held by PeopleIT.
                .filter(route -> route.access() != Access.ADMIN && route.access() != Access.CSM)
                .filter(route -> route != Route.UPLOADED && route != Route.STAFF_UPLOADED)
                // Who has a subscription's token is let in; that another tenant's opens nothing is held by
                // SubscriptionIT.
                .filter(route -> !route.template().contains("{token}"));
    }

    record Stranger(String name, Session session, String prefix, OwnedCase own, OwnedCase foreign) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("strangers")
    void a_foreign_id_is_answered_like_an_absent_one(Route route, Stranger who, PortalStack stack) throws SQLException {
        var before = who.foreign().state(stack);
        var foreignId = id(route, who.foreign());
        var absentId = route == Route.MAIL || route == Route.STAFF_MAIL ? ABSENT_MAIL : ABSENT_FILE;
        var own = who.own().number();
        for (var method : route.methods()) {
            same(who, method, path(route, who.foreign().number(), foreignId), path(route, ABSENT, absentId));
            if (route.template().contains("{id}")) {
                // The other's file or mail, sought in a ticket of one's own.
                same(who, method, path(route, own, foreignId), path(route, own, absentId));
            }
        }
        assertThat(who.foreign().state(stack)).isEqualTo(before);
    }

    private static String id(Route route, OwnedCase owned) {
        return switch (route) {
            case MAIL, STAFF_MAIL -> owned.mail();
            case RECEIVED_MAIL, STAFF_TICKET_MAIL, STAFF_TICKET_MAIL_SOURCE -> owned.received();
            default -> owned.attachment();
        };
    }

    private static String path(Route route, long number, String id) {
        return "/"
                + route.template()
                        .replace("{number}", Long.toString(number))
                        .replace("{id}", id)
                        .replace("{digest}", "0".repeat(64));
    }

    private static void same(Stranger who, String method, String foreign, String absent) {
        var toForeign =
                who.session().send(method, who.prefix() + foreign, "field-text=x&answering=answering", Map.of());
        var toAbsent = who.session().send(method, who.prefix() + absent, "field-text=x&answering=answering", Map.of());
        assertThat(toForeign.statusCode()).as(method + " " + foreign).isEqualTo(404);
        assertThat(withoutAddress(toForeign, foreign)).isEqualTo(withoutAddress(toAbsent, absent));
    }

    /** Body and headers, but for the echoed address and what is new in every answer. */
    private static String withoutAddress(HttpResponse<String> answer, String path) {
        var body = answer.body()
                .replace(path, "ADDRESS")
                .replace(path.replace("/", "%2F"), "ADDRESS")
                .replaceAll("nonce=\"[^\"]*\"|csp[.]init[(]'[^']*'", "NONCE")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "SCRIPT");
        return answer.statusCode() + " "
                + answer.headers().firstValue("Content-Type").orElse("") + "\n" + body;
    }

    @Test
    void a_form_of_ones_own_ticket_sent_to_anothers_changes_nothing(PortalStack stack) throws SQLException {
        var own = "/harmony/tickets/" + acme.number();
        for (var foreign : List.of(initech, globex)) {
            var before = foreign.state(stack);
            var html = acmeSession.get(own).body();
            var forms = java.util.regex.Pattern.compile("<form id=\"([a-z]+)\"")
                    .matcher(html)
                    .results()
                    .map(m -> m.group(1))
                    .toList();
            assertThat(forms).isNotEmpty();
            for (var form : forms) {
                for (var button : java.util.regex.Pattern.compile(
                                "<(?:button|input)[^>]* name=\"([a-z]+)\"[^>]*type=\"submit\"|type=\"submit\"[^>]* name=\"([a-z]+)\"")
                        .matcher(html)
                        .results()
                        .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                        .toList()) {
                    var answer = acmeSession.press(
                            own, form, button, Map.of("field-text", "Mine?"), "/harmony/tickets/" + foreign.number());
                    assertThat(answer.statusCode()).as(form + " " + button).isEqualTo(404);
                }
            }
            assertThat(foreign.state(stack)).isEqualTo(before);
        }
    }

    @Test
    void every_call_of_the_api_answers_a_foreign_id_like_an_absent_one(PortalStack stack) throws SQLException {
        for (var who : List.of(List.of(acme, initech), List.of(initech, acme), List.of(acme, globex))) {
            var foreign = who.get(1);
            var before = foreign.state(stack);
            var own = "/tickets/" + who.get(0).number();
            for (var call : List.of(
                    "GET /tickets/N",
                    "POST /tickets/N/comments",
                    "POST /tickets/N/close",
                    "POST /tickets/N/attachments",
                    "GET /tickets/N/attachments/A")) {
                sameCall(
                        stack,
                        who.get(0),
                        call.replace("N", "" + foreign.number()).replace("A", foreign.attachment()),
                        call.replace("N", "" + ABSENT).replace("A", ABSENT_FILE));
            }
            sameCall(
                    stack,
                    who.get(0),
                    "GET " + own + "/attachments/" + foreign.attachment(),
                    "GET " + own + "/attachments/" + ABSENT_FILE);
            assertThat(foreign.state(stack)).isEqualTo(before);
        }
    }

    private static void sameCall(PortalStack stack, OwnedCase who, String foreign, String absent) {
        var api = stack.api(who.tenant(), who.account());
        assertThat(call(api, foreign)).startsWith("404 ").isEqualTo(call(api, absent));
    }

    private static String call(dev.portico.testclient.Api api, String call) {
        var parts = call.split(" ");
        if (parts[1].endsWith("/attachments")) {
            var answer = api.upload(parts[1], "x.txt", new byte[] {'x'});
            return answer.status() + " " + answer.body().replace(parts[1], "ADDRESS");
        }
        var body =
                parts[1].endsWith("/comments") ? BodyPublishers.ofString("{\"text\":\"x\"}") : BodyPublishers.noBody();
        var answer = api.with("Content-Type", "application/json").send(parts[0], parts[1], body);
        return answer.status() + " " + answer.body().replace(parts[1], "ADDRESS");
    }

    @Test
    void lists_and_searches_hold_nobody_elses_cases(PortalStack stack) {
        var found = stack.api("harmony", "acme-en")
                .get("/tickets?size=100&q=confidential")
                .object()
                .toString();
        assertThat(found).contains("" + acme.number()).doesNotContain("" + globex.number(), "" + initech.number());
        var page = acmeSession.get("/harmony/tickets?q=confidential").body();
        assertThat(page).contains("/harmony/tickets/" + acme.number());
        assertThat(page).doesNotContain("tickets/" + globex.number(), "tickets/" + initech.number());
    }

    @Test
    void a_token_counts_in_the_tenant_whose_realm_made_it(PortalStack stack) {
        for (var other : List.of("bmc", "app-builder", "legacy")) {
            var answer = stack.api("harmony", "acme-en")
                    .at(stack.portalUrl() + "/" + other + "/api/v1")
                    .get("/tickets");
            assertThat(answer.status()).isEqualTo(401);
        }
        assertThat(stack.api("staff", "agent")
                        .at(stack.portalUrl() + "/harmony/api/v1")
                        .get("/tickets")
                        .status())
                .isEqualTo(401);
        assertThat(stack.api("harmony", "acme-en").get("/tickets").status()).isEqualTo(200);
    }

    @Test
    void a_session_opens_no_api() {
        assertThat(acmeSession.get("/harmony/api/v1/tickets").statusCode()).isEqualTo(401);
    }

    /** All of it: a route that is added is walked without a change here. */
    @ParameterizedTest
    @EnumSource(Route.class)
    void a_session_counts_in_its_own_tenant_alone(Route route, PortalStack stack) {
        if (route.access() == Access.PUBLIC || route.kind() == Route.Kind.EXTENSION) {
            return;
        }
        var customersArea = route.area() == Area.TENANT;
        var path =
                switch (route.area()) {
                    case ROOT -> "/";
                    case TENANT -> "/bmc/";
                    case STAFF -> "/staff/";
                    case STAFF_TENANT -> "/staff/harmony/";
                };
        var address = path
                + route.template()
                        .replace("**", "tickets")
                        .replace("{number}", "" + acme.number())
                        .replace("{id}", acme.attachment())
                        .replace("{digest}", "0".repeat(64))
                        .replace("{token}", "absent")
                        .replace("{form}", "case");
        var address1 = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        for (var method : route.methods()) {
            if (method.equals("HEAD")) {
                continue;
            }
            for (var session : List.of(acmeSession, Session.anonymous(stack))) {
                var answer = session.send(method, address1, "", Map.of());
                if (route.answersProblems()) {
                    assertThat(answer.statusCode()).as(method + " " + address1).isEqualTo(401);
                } else {
                    assertThat(answer.statusCode()).as(method + " " + address1).isEqualTo(303);
                    assertThat(answer.headers().firstValue("Location").orElse(""))
                            .contains("/realms/" + (customersArea ? "bmc" : "staff") + "/");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Route.class)
    void staff_pages_open_only_to_those_with_the_role(Route route, PortalStack stack) throws SQLException {
        var roles =
                Map.of(Access.AGENT, "agent", Access.CSM, "csm", Access.ADMIN, "admin", Access.PLATFORM_ADMIN, "admin");
        if (!roles.containsKey(route.access())
                || !route.methods().contains("GET")
                || route.kind() == Route.Kind.API
                || route.kind() == Route.Kind.EXTENSION) {
            return;
        }
        var id =
                switch (route) {
                    case STAFF_PLUGIN,
                            STAFF_PLUGIN_RELEASES,
                            STAFF_PLUGIN_PROGRESS,
                            STAFF_PLUGIN_DATA,
                            STAFF_PLUGIN_RELEASE -> "harmony-cases";
                    case STAFF_MIGRATION, STAFF_MIGRATION_PROGRESS -> MIGRATION;
                    case STAFF_MAILBOX -> "demo";
                    case STAFF_PERSON -> somebody(stack);
                    case STAFF_ORGANIZATION -> "acme";
                    default -> id(route, acme);
                };
        var path = (route.area() == Area.STAFF ? "/staff/" : "/staff/harmony/")
                + path(route, acme.number(), id).substring(1);
        for (var account : List.of("agent", "csm", "admin")) {
            // Of a release or an import that there is not, and of a plugin that has no news.
            var absent = Set.of(
                    Route.STAFF_PLUGIN_RELEASE,
                    Route.STAFF_SUBSCRIPTIONS,
                    Route.STAFF_DATA_REQUEST,
                    Route.STAFF_RECEIVED_MAIL,
                    Route.STAFF_PEOPLE_IMPORT,
                    Route.STAFF_PEOPLE_IMPORT_PROGRESS,
                    Route.STAFF_PEOPLE_IMPORT_RESULT);
            var found = absent.contains(route) ? 404 : 200;
            var expected = roles.get(route.access()).equals(account) ? found : 403;
            assertThat(staff(stack, account).get(path).statusCode())
                    .as(account + " " + path)
                    .isEqualTo(expected);
        }
    }

    private static String somebody(PortalStack stack) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery("select min(subject) from account where tenant_id = 'harmony'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static final Map<String, Session> STAFF = new java.util.HashMap<>();

    private static Session staff(PortalStack stack, String account) {
        return STAFF.computeIfAbsent(account, name -> Session.login(stack, "staff", name));
    }

    @Test
    void a_migration_is_found_only_in_the_tenant_that_the_tickets_leave(PortalStack stack) {
        for (var page : List.of("", "/progress")) {
            var foreign = staff(stack, "admin").get("/staff/bmc/migrations/" + MIGRATION + page);
            assertThat(foreign.statusCode()).isEqualTo(404);
            assertThat(staff(stack, "admin")
                            .get("/staff/bmc/migrations/" + ABSENT_FILE + page)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void an_uploaded_file_is_removed_by_its_owner_alone(PortalStack stack) throws SQLException {
        var uploaded = initechSession.send(
                "POST",
                "/bmc/uploads/foreign-form",
                "content",
                Map.of("X-File-Name", "a.txt", "Content-Type", "text/plain"));
        assertThat(uploaded.statusCode()).isEqualTo(201);
        var id = uploaded.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        var answer = acmeSession.send("DELETE", "/harmony/uploads/foreign-form/" + id, "", Map.of());
        var absent = acmeSession.send("DELETE", "/harmony/uploads/foreign-form/" + ABSENT_FILE, "", Map.of());
        assertThat(answer.statusCode()).isEqualTo(absent.statusCode());
        assertThat(drafts(stack, id)).isEqualTo(1);
        assertThat(initechSession
                        .send("DELETE", "/bmc/uploads/foreign-form/" + id, "", Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(drafts(stack, id)).isZero();
    }

    private static long drafts(PortalStack stack, String id) throws SQLException {
        try (var all = stack.database().superuser();
                var statement = all.prepareStatement("select count(*) from attachment where id = ?")) {
            statement.setString(1, id);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }
}
