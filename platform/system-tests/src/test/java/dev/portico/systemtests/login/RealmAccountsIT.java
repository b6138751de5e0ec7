package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portico.keycloak.AccountExistsException;
import dev.portico.keycloak.AccountRefusedException;
import dev.portico.keycloak.KeycloakSettings;
import dev.portico.keycloak.LoginFlow;
import dev.portico.keycloak.LoginResult.LoggedIn;
import dev.portico.keycloak.LoginResult.Refused;
import dev.portico.keycloak.PasswordRefusedException;
import dev.portico.keycloak.PasswordRefusedException.Reason;
import dev.portico.keycloak.PasswordRefusedException.Rule;
import dev.portico.keycloak.RealmAccountState;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.keycloak.RealmDirectory;
import dev.portico.launcher.keycloak.DemoAccount;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Api;
import dev.portico.testclient.Browser;
import jakarta.json.Json;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal's face to Keycloak's administration, against the real one (G2). */
@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class RealmAccountsIT {
    private static final String REALM = "harmony";
    private static final String TICKETS = "/harmony/tickets";

    private final String email = "p" + UUID.randomUUID().toString().substring(0, 8) + "@acme.example";
    private RealmAccounts realm;
    private String subject;

    @BeforeEach
    void create(PortalStack stack) {
        realm = stack.realmAccounts();
        subject = realm.create(REALM, state("Ana", true, Map.of("porticoAccount", "key-1", "locale", "es")));
    }

    @AfterEach
    void delete() {
        realm.delete(REALM, subject);
    }

    /** One word for a name is enough: else Keycloak would ask for another one at the login. */
    private RealmAccountState state(String name, boolean enabled, Map<String, String> attributes) {
        return new RealmAccountState(email, email, true, name, "", enabled, attributes);
    }

    @Test
    void an_account_is_made_once_found_and_removed() {
        var made = realm.find(REALM, subject).orElseThrow();
        assertThat(made.givenName()).isEqualTo("Ana");
        assertThat(made.attribute("porticoAccount")).isEqualTo("key-1");
        assertThat(made.createdAt()).isAfter(Instant.EPOCH);
        assertThat(realm.byEmail(REALM, email.toUpperCase(Locale.ROOT))).contains(made);
        assertThat(realm.page(REALM, 0, 1000)).contains(made);
        assertThat(realm.find("bmc", subject)).isEmpty();

        assertThatThrownBy(() -> realm.create(REALM, state("Another", true, Map.of())))
                .isInstanceOf(AccountExistsException.class);
        var bad = new RealmAccountState("x" + email, "no address", true, "A", "", true, Map.of());
        assertThat(catchThrowableOfType(AccountRefusedException.class, () -> realm.create(REALM, bad))
                        .field())
                .isEqualTo("email");

        assertThat(realm.delete(REALM, subject)).isTrue();
        assertThat(realm.find(REALM, subject)).isEmpty();
        assertThat(realm.delete(REALM, subject)).isFalse();
        assertThat(realm.update(REALM, subject, state("Ana", true, Map.of()))).isFalse();
    }

    @Test
    void a_change_keeps_what_it_does_not_name(PortalStack stack, Accounts administrator) {
        administrator.require(REALM, subject, "CONFIGURE_TOTP");
        var renamed = "n" + email;
        var changed = new RealmAccountState(renamed, renamed, false, "Bea", "Núñez", true, Map.of("locale", "en"));
        assertThat(realm.update(REALM, subject, changed)).isTrue();

        var read = realm.find(REALM, subject).orElseThrow();
        assertThat(read.username()).isEqualTo(renamed);
        assertThat(read.email()).isEqualTo(renamed);
        assertThat(read.emailVerified()).isFalse();
        assertThat(read.familyName()).isEqualTo("Núñez");
        assertThat(read.attributes())
                .containsEntry("porticoAccount", List.of("key-1"))
                .containsEntry("locale", List.of("en"));
        assertThat(administrator.required(REALM, subject)).containsExactly("CONFIGURE_TOTP");
        assertThat(catchThrowableOfType(
                        AccountExistsException.class,
                        () -> realm.update(
                                REALM,
                                subject,
                                new RealmAccountState(
                                        renamed, "acme-en@acme.example", true, "Bea", "", true, Map.of()))))
                .isNotNull();
    }

    @Test
    void a_password_follows_the_policy_and_logs_in_at_once(PortalStack stack) {
        var login = new LoginFlow(new RealmDirectory(KeycloakSettings.of(
                URI.create(stack.keycloakUrl()), "portico", stack.own().keycloakClientSecret())));
        assertThat(catchThrowableOfType(
                                PasswordRefusedException.class, () -> realm.setPassword(REALM, subject, "eleven char"))
                        .reasons())
                .containsExactly(new Reason(Rule.TOO_SHORT, 12));
        assertThat(catchThrowableOfType(PasswordRefusedException.class, () -> realm.setPassword(REALM, subject, email))
                        .reasons())
                .extracting(Reason::rule)
                .containsExactly(Rule.USERNAME);

        assertThat(realm.setPassword(REALM, subject, "twelve chars")).isTrue();
        assertThat(login.withPassword(REALM, email, "twelve chars")).isInstanceOfSatisfying(LoggedIn.class, done -> {
            assertThat(done.identity().subject()).isEqualTo(subject);
            assertThat(done.identity().givenName()).contains("Ana");
            assertThat(done.identity().familyName()).isEmpty();
            assertThat(realm.sessions(REALM, subject))
                    .extracting(session -> Optional.of(session.id()))
                    .containsExactly(done.identity().sessionId());
        });
        assertThat(login.withPassword(REALM, email, "twelve charz")).isInstanceOf(Refused.class);
        assertThat(realm.secondFactors(REALM, subject)).isEmpty();
    }

    @Test
    void who_is_disabled_and_logged_out_is_so_in_the_portal_as_well(PortalStack stack) {
        realm.setPassword(REALM, subject, DemoAccount.PASSWORD);
        var browser = new Browser(stack);
        browser.login(TICKETS, email).require(200);
        assertThat(realm.sessions(REALM, subject)).singleElement().satisfies(session -> assertThat(session.clients())
                .containsExactly("portico"));

        realm.update(REALM, subject, state("Ana", false, Map.of()));
        realm.endSessions(REALM, subject);
        assertThat(browser.get(TICKETS).status()).as("the next click").isEqualTo(303);
        assertThat(realm.sessions(REALM, subject)).isEmpty();
    }

    @Test
    void one_session_is_ended_and_the_other_goes_on(PortalStack stack) {
        realm.setPassword(REALM, subject, DemoAccount.PASSWORD);
        var first = new Browser(stack);
        first.login(TICKETS, email).require(200);
        var before = realm.sessions(REALM, subject).get(0).id();
        var second = new Browser(stack);
        second.login(TICKETS, email).require(200);
        realm.endSession(REALM, before);
        assertThat(first.get(TICKETS).status()).isEqualTo(303);
        assertThat(second.get(TICKETS).status()).isEqualTo(200);
    }

    @Test
    void changes_of_an_administrator_are_told_and_the_portals_own_are_not(Accounts administrator) {
        var since = Instant.now().minusSeconds(120);
        var other = administrator.create(REALM, "en");
        var changes = realm.changesSince(REALM, since);
        assertThat(changes.subjects()).contains(other.id()).doesNotContain(subject);
        assertThat(changes.until()).isBetween(since, Instant.now());
        assertThat(realm.changesSince(REALM, changes.until()).subjects()).contains(other.id());
        administrator.require(REALM, subject, "CONFIGURE_TOTP");
        assertThat(realm.changesSince(REALM, changes.until()).subjects()).contains(subject);
    }

    @Test
    void the_service_account_may_do_nothing_else(PortalStack stack) {
        var basic = Base64.getEncoder()
                .encodeToString(
                        ("portico-accounts:" + stack.own().keycloakAccountsSecret()).getBytes(StandardCharsets.UTF_8));
        var token = new Api(stack.keycloakUrl() + "/realms/" + REALM, Optional::empty)
                .with("Authorization", "Basic " + basic)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send(
                        "POST",
                        "/protocol/openid-connect/token",
                        BodyPublishers.ofString("grant_type=client_credentials"))
                .require(200)
                .object()
                .getString("access_token");
        var administration = new Api(stack.keycloakUrl() + "/admin/realms", () -> Optional.of(token));
        administration.get("/" + REALM + "/users?max=1").require(200);
        for (var path : List.of("/clients", "/keys", "/roles", "/components", "/identity-provider/instances")) {
            assertThat(administration.get("/" + REALM + path).status()).as(path).isEqualTo(403);
        }
        administration.get("/bmc/users").require(403);
        administration
                .post("", Json.createObjectBuilder().add("realm", "mine").build())
                .require(403);
        assertThat(new Api(stack.portalUrl() + "/harmony/api/v1", () -> Optional.of(token))
                        .get("/tickets")
                        .status())
                .as("nor is its token meant for the portal")
                .isEqualTo(401);
    }
}
