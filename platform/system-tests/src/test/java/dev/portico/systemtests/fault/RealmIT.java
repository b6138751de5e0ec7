package dev.portico.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.keycloak.RealmAccount;
import dev.portico.keycloak.RealmAccountState;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.launcher.keycloak.DemoAccount;
import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.Database;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Browser;
import jakarta.json.Json;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal's accounts and Keycloak's become the same, whatever happens on the way (G2). */
@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class RealmIT {
    private static final String REALM = "harmony";
    private static final String TICKETS = "/harmony/tickets";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String key = UUID.randomUUID().toString();
    private final String email = "r" + key.substring(0, 8) + "@acme.example";
    private final List<String> made = new ArrayList<>();
    private Database database;
    private RealmAccounts realm;

    @BeforeEach
    void use(PortalStack stack) {
        database = stack.database();
        realm = stack.realmAccounts();
        run("insert into organization (tenant_id, id, name) values ('" + REALM
                + "', 'acme', 'Acme') on conflict do nothing");
    }

    @AfterEach
    void remove() {
        run("delete from account where subject like '" + key + "%'");
        realm.byEmail(REALM, email).ifPresent(account -> realm.delete(REALM, account.subject()));
        made.forEach(subject -> realm.delete(REALM, subject));
        made.forEach(subject -> run("delete from account where realm_subject = '" + subject + "'"));
    }

    @Test
    void what_is_due_is_told_and_no_login_that_is_disabled_goes_on(PortalStack stack) {
        due("");
        var subject = awaitTold();
        var account = realm.find(REALM, subject).orElseThrow();
        assertThat(account.email()).isEqualTo(email);
        assertThat(account.givenName()).isEqualTo("Ana");
        assertThat(account.familyName()).isEqualTo("Núñez");
        assertThat(account.attributes())
                .containsEntry("porticoAccount", List.of(key))
                .containsEntry("organizationName", List.of("Acme"))
                .containsEntry("locale", List.of("es"));

        realm.setPassword(REALM, subject, DemoAccount.PASSWORD);
        var browser = new Browser(stack);
        browser.login(TICKETS, email).require(200);
        change("enabled = false, ended_at = now()");
        awaitTold();
        assertThat(realm.find(REALM, subject).orElseThrow().enabled()).isFalse();
        assertThat(realm.sessions(REALM, subject)).isEmpty();
        assertThat(browser.get(TICKETS).status()).isEqualTo(303);
    }

    @Test
    void a_turn_that_died_after_keycloak_had_the_account_leaves_no_second_one() {
        made.add(realm.create(REALM, state("other" + email, Map.of("porticoAccount", key))));
        due("now() - interval '1 second'");
        assertThat(awaitTold()).isEqualTo(made.get(0));
        assertThat(realm.find(REALM, made.get(0)).orElseThrow().email()).isEqualTo(email);
    }

    @Test
    void an_account_of_keycloaks_console_is_adopted_and_another_persons_is_not(PortalStack stack) {
        made.add(realm.create(REALM, state(email, Map.of("zoneinfo", "Europe/Paris"))));
        due("");
        assertThat(awaitTold()).isEqualTo(made.get(0));

        new Browser(stack).login(TICKETS, "acme-en").require(200);
        change("email = 'acme-en@acme.example'");
        assertThat(Waiting.until(() -> column("realm_problem").equals(Optional.of("EXISTS")), PATIENCE))
                .isTrue();
        assertThat(realm.find(REALM, made.get(0)).orElseThrow().email()).isEqualTo(email);
        change("email = 'no address'");
        assertThat(Waiting.until(() -> column("realm_problem").equals(Optional.of("REFUSED email")), PATIENCE))
                .isTrue();
    }

    @Test
    void who_is_given_an_account_in_keycloaks_console_is_here_before_they_come(Accounts administrator) {
        var person = administrator.create(REALM, "es");
        var here = " from account where realm_subject = '" + person.id() + "'";
        await("select given_name" + here, person.firstName());
        assertThat(query("select language" + here)).contains("es");
        assertThat(query("select joined_at" + here)).isPresent();
        assertThat(query("select coalesce(seen_at, invited_at, realm_due)" + here))
                .as("has come, was invited, is to be told")
                .isEmpty();
    }

    @Test
    void the_realms_own_list_tells_of_whom_no_event_has_told() {
        // What the portal does itself is no news to it.
        made.add(realm.create(REALM, state(email, Map.of("organization", "acme", "locale", "es"))));
        made.add(realm.create(REALM, state("k" + email, Map.of("porticoAccount", key))));
        run("update realm_watch set listed_at = null where tenant_id = '" + REALM + "'");
        var here = " from account where realm_subject = '" + made.get(0) + "'";
        await("select organization_id" + here, "acme");
        assertThat(query("select language" + here)).contains("es");
        await("select listed_at is not null from realm_watch where tenant_id = '" + REALM + "'", "t");
        assertThat(query("select count(*) from account where realm_subject = '" + made.get(1) + "'"))
                .as("the portal's own, about to be told of")
                .contains("0");
    }

    @Test
    void what_an_administrator_of_keycloak_does_is_followed(Accounts administrator) {
        due("");
        var subject = awaitTold();
        administrator.change(
                REALM,
                subject,
                Json.createObjectBuilder().add("firstName", "Bea").add("email", "n" + email));
        awaitColumn("name", "Bea Núñez");
        awaitColumn("email", "n" + email);
        administrator.change(REALM, subject, Json.createObjectBuilder().add("enabled", false));
        awaitColumn("enabled", "f");
        assertThat(column("ended_at")).isPresent();
        administrator.change(REALM, subject, Json.createObjectBuilder().add("enabled", true));
        awaitColumn("enabled", "t");
        awaitTold();
        administrator.delete(REALM, subject);
        awaitColumn("realm_problem", "GONE");
        assertThat(column("enabled")).contains("f");
        assertThat(column("realm_subject")).isEmpty();
    }

    @Test
    void who_is_disabled_at_keycloak_is_not_let_in_by_a_change_of_something_else(Accounts administrator) {
        due("");
        var subject = awaitTold();
        administrator.change(REALM, subject, Json.createObjectBuilder().add("enabled", false));
        change("zone = 'UTC'");
        awaitTold();
        assertThat(realm.find(REALM, subject).orElseThrow().enabled()).isFalse();
        awaitColumn("enabled", "f");
    }

    @Test
    void who_is_let_in_again_gets_another_login_and_an_invitation(Accounts administrator) {
        due("");
        var first = awaitTold();
        administrator.delete(REALM, first);
        awaitColumn("realm_problem", "GONE");
        assertThat(column("invited_at")).isEmpty();
        change("enabled = true, realm_enabling = true");
        var second = awaitTold();
        assertThat(second).isNotEqualTo(first);
        assertThat(column("invited_at")).isPresent();

        // Gone once more, and nobody here has noticed when they are let in.
        realm.delete(REALM, second);
        change("realm_enabling = true");
        var third = awaitTold();
        assertThat(third).isNotEqualTo(second);
        assertThat(realm.find(REALM, third).orElseThrow().enabled()).isTrue();
        assertThat(column("enabled")).contains("t");
        assertThat(column("invited_at")).isPresent();
    }

    @Test
    void many_changes_at_once_are_all_followed_whenever_the_portal_is_killed(
            PortalStack stack, Accounts administrator) {
        stack.own();
        people(70)
                .forEach(subject -> administrator.change(
                        REALM, subject, Json.createObjectBuilder().add("firstName", "Bea")));
        awaitCount("given_name = 'Bea'", count -> count > 0);
        stack.killPortal();
        stack.startPortal();
        awaitCount("given_name = 'Bea'", count -> count == 70);
    }

    /** The marks are set at once, as one look at Keycloak's record would set them. */
    @Test
    void a_mass_removal_locks_nobody_out_and_that_of_one_does() {
        people(12).forEach(subject -> realm.delete(REALM, subject));
        run("update account set realm_changed_at = now() where subject like '" + key + "-%'");
        awaitCount("realm_changed_at is null", count -> count == 12);
        awaitCount("enabled and realm_subject is not null", count -> count == 12);
        run("update account set realm_changed_at = now() where subject = '" + key + "-0'");
        awaitCount("not enabled and realm_problem = 'GONE'", count -> count == 1);
    }

    @Test
    void a_silent_keycloak_loses_nothing(PortalStack stack) throws Exception {
        var keycloak = stack.own().processes().get("keycloak");
        signal("STOP", keycloak);
        try {
            due("");
            assertThat(Waiting.until(
                            () -> query("select silent_since from realm_watch where tenant_id = '" + REALM + "'")
                                    .isPresent(),
                            PATIENCE))
                    .isTrue();
            assertThat(column("realm_due")).isPresent();
        } finally {
            signal("CONT", keycloak);
        }
        assertThat(realm.find(REALM, awaitTold()).map(RealmAccount::email)).contains(email);
        assertThat(query("select silent_since from realm_watch where tenant_id = '" + REALM + "'"))
                .isEmpty();
    }

    private static RealmAccountState state(String address, Map<String, String> attributes) {
        return new RealmAccountState(address, address, true, "Console", "", true, attributes);
    }

    /** @param claimedUntil of a turn before; empty where there was none */
    private void due(String claimedUntil) {
        run("insert into account (tenant_id, subject, name, given_name, family_name, email, email_verified, language,"
                + " format_locale, zone, organization_id, created_at, version, realm_due, realm_claimed_until) values ('"
                + REALM + "', '" + key + "', 'Ana Núñez', 'Ana', 'Núñez', '" + email
                + "', true, 'es', 'es-MX', 'UTC', 'acme', now(), 1, now(), "
                + (claimedUntil.isEmpty() ? "null" : claimedUntil) + ")");
    }

    /** @return Keycloak's ids of people whom both know */
    private List<String> people(int count) {
        for (var n = 0; n < count; n++) {
            var address = n + email;
            var subject = realm.create(REALM, state(address, Map.of("porticoAccount", key + "-" + n)));
            made.add(subject);
            run(
                    "insert into account (tenant_id, subject, realm_subject, name, given_name, email, email_verified, language,"
                            + " format_locale, zone, created_at, joined_at, version) values ('" + REALM + "', '" + key
                            + "-" + n
                            + "', '" + subject + "', 'Console', 'Console', '" + address
                            + "', true, 'es', 'es-MX', 'UTC', now(), now(), 1)");
        }
        return List.copyOf(made);
    }

    private void awaitCount(String condition, IntPredicate enough) {
        var sql = "select count(*) from account where subject like '" + key + "-%' and " + condition;
        assertThat(Waiting.until(() -> enough.test(Integer.parseInt(query(sql).orElseThrow())), PATIENCE))
                .as(() -> query(sql) + " where " + condition)
                .isTrue();
    }

    private void change(String assignments) {
        run("update account set version = version + 1, realm_due = now(), " + assignments + " where subject = '" + key
                + "'");
    }

    private String awaitTold() {
        assertThat(Waiting.until(
                        () -> column("realm_subject").isPresent()
                                && column("realm_due").isEmpty(),
                        PATIENCE))
                .as(() -> "problem: " + column("realm_problem"))
                .isTrue();
        return column("realm_subject").orElseThrow();
    }

    private void await(String sql, String value) {
        assertThat(Waiting.until(() -> query(sql).equals(Optional.of(value)), PATIENCE))
                .as(() -> sql + ": " + query(sql))
                .isTrue();
    }

    private void awaitColumn(String column, String value) {
        assertThat(Waiting.until(() -> column(column).equals(Optional.of(value)), PATIENCE))
                .as(() -> column + " is " + column(column))
                .isTrue();
    }

    private Optional<String> column(String name) {
        return query("select " + name + " from account where subject = '" + key + "'");
    }

    private Optional<String> query(String sql) {
        try (var connection = database.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }
}
