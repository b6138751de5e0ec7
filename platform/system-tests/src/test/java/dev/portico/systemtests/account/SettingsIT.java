package dev.portico.systemtests.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.keycloak.SecondFactor;
import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Answer;
import dev.portico.testclient.Browser;
import dev.portico.testclient.Html;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One's own name, logins and data (G3). */
@ExtendWith({PortalStackExtension.class, AccountsExtension.class})
class SettingsIT {
    private static final String SETTINGS = "/harmony/settings";
    private static final String SECURITY = "/harmony/settings/security";
    private static final String OWN_DATA = "/harmony/settings/data";
    private static final String REQUESTS = "/staff/harmony/data-requests";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Accounts.Account person;
    private Session here;

    @BeforeEach
    void comeIn(PortalStack stack, Accounts accounts) {
        person = accounts.create("harmony", "en");
        here = Session.login(stack, "harmony", person.name());
    }

    @Test
    void the_name_and_the_language_reach_keycloak(PortalStack stack) {
        var entered = Map.of(
                "given-name", "Ana María",
                "family-name", "de la Cruz",
                "language", "es",
                "format", "es-MX",
                "zone", "America/Mexico_City");
        assertThat(here.press(SETTINGS, "settings", "save", entered, SETTINGS).statusCode())
                .isEqualTo(302);
        assertThat(here.get(SETTINGS).body()).contains("Ana María de la Cruz", "Tu configuración se guardó");
        assertThat(Waiting.until(() -> isKnown(stack, "Ana María", "de la Cruz", "es"), PATIENCE))
                .isTrue();
    }

    @Test
    void a_name_that_keycloak_would_refuse_is_refused_at_its_field() {
        var entered = Map.of(
                "given-name", "<Ana>", "family-name", "", "language", "en", "format", "en-US", "zone", "Europe/Madrid");
        var page = here.press(SETTINGS, "settings", "save", entered, SETTINGS);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("A name is written without signs", "Enter a name.");
    }

    private boolean isKnown(PortalStack stack, String given, String family, String language) {
        var known = stack.realmAccounts().find("harmony", person.id()).orElseThrow();
        return known.givenName().equals(given)
                && known.familyName().equals(family)
                && known.attribute("locale").equals(language);
    }

    @Test
    void another_login_ends_at_its_next_click_and_this_one_stays(PortalStack stack) {
        var there = Session.login(stack, "harmony", person.name());
        assertThat(there.get(SETTINGS).statusCode()).isEqualTo(200);
        assertThat(count(here.get(SECURITY), "name=\"end\"")).isEqualTo(1);

        press(here, SECURITY, "security", "end", found(here.get(SECURITY), "name=\"end\" value=\"([^\"]+)\""));

        assertThat(there.get(SETTINGS).statusCode()).isEqualTo(303);
        assertThat(here.get(SECURITY).body()).contains("That login has ended.").doesNotContain("name=\"end\"");
    }

    @Test
    void all_other_logins_end_and_so_does_the_use_of_their_tokens(PortalStack stack) {
        var there = Session.login(stack, "harmony", person.name());
        var api = stack.anonymous().with("Authorization", "Bearer " + stack.token("harmony", person.name()));
        api.get("/harmony/api/v1/tickets").require(200);

        press(here, SECURITY, "security", "end-others", "all");

        assertThat(there.get(SETTINGS).statusCode()).isEqualTo(303);
        assertThat(here.get(SECURITY).body()).contains("You are logged in here only.");
        assertThat(api.get("/harmony/api/v1/tickets").status()).isEqualTo(401);
        assertThat(Session.login(stack, "harmony", person.name()).get(SETTINGS).statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobody_ends_anothers_login(PortalStack stack, Accounts accounts) {
        var another =
                Session.login(stack, "harmony", accounts.create("harmony", "en").name());
        Session.login(stack, "harmony", person.name());
        var foreign = found(here.get(SECURITY), "name=\"end\" value=\"([^\"]+)\"");
        assertThat(another.press(SECURITY, "security", "end", Map.of("end", foreign), SECURITY)
                        .statusCode())
                .isEqualTo(404);
        assertThat(count(here.get(SECURITY), "name=\"end\"")).isEqualTo(1);
    }

    @Test
    void a_password_is_changed_at_keycloak() {
        var sent = here.press(SECURITY, "security", "password", Map.of(), SECURITY);
        assertThat(sent.headers().firstValue("Location").orElseThrow())
                .contains("/realms/harmony/", "kc_action=UPDATE_PASSWORD");
    }

    @Test
    void a_second_factor_is_removed_at_keycloak_which_asks_whether_it_is_meant(PortalStack stack, Accounts accounts)
            throws SQLException {
        var browser = new Browser(stack);
        browser.login(SECURITY, person.name());
        accounts.change("harmony", person.id(), phone());
        var page = browser.get(SECURITY);
        var factor = Html.of(page).find("name=\"remove\" value=\"([^\"]+)\"").orElseThrow();
        var removal = removal(page, factor);

        var asked = browser.follow(browser.post(SECURITY, removal));
        assertThat(asked.response().uri().getPath()).startsWith("/realms/harmony/");
        assertThat(factors(stack))
                .as("before anybody has said that it is meant")
                .containsExactly(factor);
        var form = Html.of(asked).find("<form\\b[^>]*\\baction=\"([^\"]*required-action[^\"]*)\"");
        browser.follow(browser.post(form.orElseThrow(), Map.of("cancel-aia", "Cancel")));
        assertThat(browser.get(SECURITY).body()).contains("name=\"remove\" value=\"" + factor);

        asked = browser.follow(browser.post(SECURITY, removal(browser.get(SECURITY), factor)));
        form = Html.of(asked).find("<form\\b[^>]*\\baction=\"([^\"]*required-action[^\"]*)\"");
        var back = browser.follow(browser.post(form.orElseThrow(), Map.of("accept", "Yes")));

        assertThat(back.response().uri().getPath()).isEqualTo(SECURITY);
        assertThat(back.body()).doesNotContain("name=\"remove\"");
        assertThat(factors(stack)).isEmpty();
        assertThat(removals(stack)).isEqualTo(1);
    }

    private static Map<String, String> removal(Answer page, String factor) {
        var fields = new HashMap<>(Html.of(page).hidden("security"));
        fields.put("remove", factor);
        return fields;
    }

    /** An app on a telephone, as Keycloak keeps it. */
    private static JsonObjectBuilder phone() {
        var credential = Json.createObjectBuilder()
                .add("type", "otp")
                .add("userLabel", "Phone")
                .add("secretData", "{\"value\":\"a secret of the phone\"}")
                .add(
                        "credentialData",
                        "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        return Json.createObjectBuilder()
                .add("credentials", Json.createArrayBuilder().add(credential));
    }

    private List<String> factors(PortalStack stack) {
        return stack.realmAccounts().secondFactors("harmony", person.id()).stream()
                .map(SecondFactor::id)
                .toList();
    }

    private int removals(PortalStack stack) throws SQLException {
        return count(
                stack,
                "audit_entry where tenant_id = 'harmony' and action = 'person.second-factor-removed' and object_id = '"
                        + person.id() + "'");
    }

    private static int count(PortalStack stack, String from) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void who_asked_is_refused_then_asks_again_and_is_forgotten(PortalStack stack) throws SQLException {
        inAFileOfPeople(stack);
        var subject = Cases.word();
        var number = Cases.number(Cases.file(stack.api("harmony", person.name()), subject));
        var ticket = "/staff/harmony/tickets/" + number;
        var agent = Session.login(stack, "staff", "agent");
        assertThat(agent.get(ticket).body()).contains(person.firstName());
        var admin = Session.login(stack, "staff", "admin");

        ask();
        decide(admin, request(admin), "refuse", Map.of("why", "A contract is under way."));
        assertThat(here.get(OWN_DATA).body()).contains("A contract is under way.");
        stack.mails().waitFor(address(), mail -> mail.text().contains("A contract is under way."));

        ask();
        var path = request(admin);
        assertThat(admin.get(path).body()).contains("One request of this person is open");
        assertThat(admin.press(path, "carry-out-form", "carry-out", Map.of("name", "Somebody"), path)
                        .body())
                .contains("This is not the person’s name.");
        assertThat(admin.get("/staff/bmc" + path.substring("/staff/harmony".length()))
                        .statusCode())
                .isEqualTo(404);
        decide(admin, path, "carry-out", Map.of("name", person.firstName() + " Test"));

        assertThat(here.get(SETTINGS).statusCode()).isEqualTo(303);
        assertThat(agent.get(ticket).body())
                .contains(subject, "Deleted person")
                .doesNotContain(person.firstName(), address());
        stack.mails().waitFor(address(), mail -> mail.subject().equals("Your data are deleted"));
        assertThat(Waiting.until(
                        () -> stack.realmAccounts().find("harmony", person.id()).isEmpty(), PATIENCE))
                .isTrue();
        assertThat(Waiting.until(() -> !admin.get(REQUESTS).body().contains("login service to follow"), PATIENCE))
                .isTrue();
        assertThat(admin.get(REQUESTS).body()).doesNotContain(person.firstName());
        assertThat(count(stack, "people_import_row where lower(email) = '" + address() + "'"))
                .isZero();
    }

    /** A row that never became an account, and so knows of none. */
    private void inAFileOfPeople(PortalStack stack) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute("insert into people_import (tenant_id, id, file_name, state, total, started_by, created_at,"
                    + " version) values ('harmony', '" + person.id() + "', 'people.csv', 'DONE', 0, 'CSM', now(), 1)");
            work.execute("insert into people_import_row (tenant_id, import_id, line, outcome, given_name,"
                    + " family_name, email, organization, language, zone, authorized, manager, problems) values"
                    + " ('harmony', '" + person.id() + "', 1, 'PROBLEM', 'Ana', 'Ruiz', '"
                    + address().toUpperCase(Locale.ROOT) + "', '', 'en', 'UTC', true, false, '[]')");
        }
        assertThat(count(stack, "people_import_row where lower(email) = '" + address() + "'"))
                .isEqualTo(1);
    }

    @Test
    void who_asked_takes_it_back() {
        ask();
        here.press(OWN_DATA, "cancel-form", "cancel", Map.of(), OWN_DATA);
        assertThat(here.get(OWN_DATA).body()).contains("Nothing is deleted.", "id=\"ask\"");
    }

    @Test
    void nothing_is_asked_without_a_confirmation() {
        var page = here.press(OWN_DATA, "ask-form", "ask", Map.of("reason", "Gone"), OWN_DATA);
        assertThat(page.body()).contains("Confirm that you understand what happens.");
        assertThat(here.get(OWN_DATA).body()).contains("id=\"ask\"");
    }

    @Test
    void the_export_holds_what_one_filed_and_not_what_others_did(PortalStack stack) throws IOException {
        var subject = Cases.word();
        var number = Cases.number(Cases.file(stack.api("harmony", person.name()), subject));
        var file = "mine".getBytes(StandardCharsets.UTF_8);
        Cases.created(
                stack.api("harmony", person.name()).upload("/tickets/" + number + "/attachments", "a/b.txt", file));
        var others = Cases.number(Cases.file(stack.api("harmony", "globex-en"), Cases.word()));
        var browser = new Browser(stack);
        browser.login(OWN_DATA, person.name());

        var files = unpacked(browser.get(OWN_DATA + ".zip").require(200).bytes());

        assertThat(files.get("tickets/" + number + "/ticket.json")).contains(subject, "What happens, and since when.");
        assertThat(files.values()).contains("mine");
        assertThat(files.get("account.json")).contains(address());
        assertThat(files.get("read-me.txt")).contains(person.firstName());
        assertThat(files.keySet()).noneMatch(name -> name.contains(Long.toString(others)) || name.contains(".."));
        // Not before the one before has ended: it has.
        browser.get(OWN_DATA + ".zip").require(200);
    }

    private static Map<String, String> unpacked(byte[] bytes) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private void ask() {
        var asked = here.press(OWN_DATA, "ask-form", "ask", Map.of("reason", "I leave.", "sure", "true"), OWN_DATA);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
    }

    private String request(Session admin) {
        var page = admin.get(REQUESTS);
        assertThat(page.statusCode()).isEqualTo(200);
        return found(page, "href=\"(" + REQUESTS + "/[^\"]+)\">" + person.firstName());
    }

    private static void decide(Session admin, String path, String decision, Map<String, String> entered) {
        var answer = admin.press(path, decision + "-form", decision, entered, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private String address() {
        return person.name() + "@acme.example";
    }

    private static void press(Session who, String path, String form, String button, String value) {
        var answer = who.press(path, form, button, Map.of(button, value), path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private static String found(HttpResponse<String> page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static long count(HttpResponse<String> page, String text) {
        assertThat(page.statusCode()).isEqualTo(200);
        return Pattern.compile(Pattern.quote(text))
                .matcher(page.body())
                .results()
                .count();
    }
}
