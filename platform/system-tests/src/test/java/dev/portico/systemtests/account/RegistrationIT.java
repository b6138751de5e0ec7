package dev.portico.systemtests.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.portico.keycloak.RealmAccountState;
import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.journey.PageCheck;
import dev.portico.testclient.Browser;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registering by oneself, in the one tenant that allows it. */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class RegistrationIT {
    private static final Pattern LINK = Pattern.compile("https?://\\S+(/legacy/registrations/[0-9a-f]{40})");
    private static final String FORM = "/legacy/register";
    private static final String PASSWORD = "secret-password=a+phrase+that+I+recall";
    private static final String RUN = UUID.randomUUID().toString().substring(0, 6);

    /** Its directory entry says so for companies alone. */
    private static final String COMPANIES = "data-loader";

    @BeforeAll
    static void open(PortalStack stack) throws SQLException {
        execute(
                stack,
                "update tenant set self_registration = true where id = 'legacy';"
                        + " update tenant set self_registration = true, company_domains = true where id = '" + COMPANIES
                        + "'");
        // Every node reads the directory anew within half a minute.
        assertThat(Waiting.until(() -> opens(stack, "legacy") && opens(stack, COMPANIES), Duration.ofMinutes(1)))
                .isTrue();
    }

    private static boolean opens(PortalStack stack, String tenant) {
        // A plugin may answer there as well.
        return Session.anonymous(stack).get("/" + tenant + "/register").body().contains("id=\"display-name\"");
    }

    @AfterAll
    static void close(PortalStack stack) throws SQLException {
        execute(
                stack,
                "update tenant set self_registration = false, company_domains = false where id = '" + COMPANIES + "'");
    }

    @Test
    void somebody_registers_and_comes_back_to_the_page_they_came_from(PortalStack stack, Visitors visitors) {
        var email = "luz." + RUN + "@umbrella.example";
        var visitor = visitors.open(new Look(Language.SPANISH, Look.PHONE));
        visitor.expectTrouble("410");
        var page = visitor.go("/legacy").page();
        assertThat(page.locator("a[href='" + FORM + "']")).hasText("¿Aún no tienes cuenta?");

        visitor.go(FORM + "?return=" + Browser.encode("/legacy/tickets?q=caf%C3%A9"));
        fill(visitor, "Luz", "Ruiz", email, "Adm1n");
        assertThat(page.locator("#display-name-error")).containsText("Te tomarían por alguien");
        assertThat(page.locator("#email")).hasValue(email);
        var pages = new PageCheck(visitor).check("registration with an error");
        fill(visitor, "Luz", "Ruiz", email, "Luz " + RUN);
        assertThat(page.locator("main h2")).hasText("Mira tu correo");

        var mail = stack.mails().waitFor(email, some -> some.subject().startsWith("Termina tu registro"));
        assertThat(mail.text()).doesNotContain("Ruiz");
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        assertThat(Session.anonymous(stack)
                        .send("HEAD", link.group(1), "", Map.of())
                        .statusCode())
                .isEqualTo(200);

        visitor.go(link.group(1));
        pages.check("confirmed registration");
        assertThat(pages.faults()).isEmpty();
        complete(visitor, "corta");
        assertThat(page.locator("#secret-password-error")).containsText("Usa al menos 12 caracteres");
        complete(visitor, "una frase que recuerdo");
        page.waitForURL(url -> url.endsWith("/legacy/tickets?q=caf%C3%A9"));
        assertThat(page.locator(".notices")).containsText("Tu cuenta está lista");
        visitor.go(link.group(1));
        assertThat(page.locator("main h2")).hasText("Este enlace ya se ha usado");

        var taken = send(stack, FORM, form("otra." + RUN + "@umbrella.example", "LUZ-" + RUN.toUpperCase(Locale.ROOT)));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains("Somebody has this name already");
    }

    @Test
    void a_known_address_is_answered_like_an_unknown_one(PortalStack stack) throws SQLException {
        Session.login(stack, "legacy", "umbrella-en");
        var known = "umbrella-en@umbrella.example";
        var unknown = "nobody." + RUN + "@umbrella.example";
        var toKnown = send(stack, FORM, form(known, "Known " + RUN));
        var toUnknown = send(stack, FORM, form(unknown, "Unknown " + RUN));
        assertThat(toKnown.statusCode()).isEqualTo(302).isEqualTo(toUnknown.statusCode());
        assertThat(headers(toKnown)).isEqualTo(headers(toUnknown));
        assertThat(toKnown.body()).isEqualTo(toUnknown.body());
        // The request does the same for both; what sets them apart is done after it.
        assertThat(strings(
                        stack,
                        "select count(*)::text from registration where tenant_id = 'legacy' and email in ('" + known
                                + "', '" + unknown + "') and display_name like '% " + RUN + "'"))
                .containsExactly("2");
        assertThat(stack.mails()
                        .waitFor(known, some -> some.subject().startsWith("You have an account already"))
                        .text())
                .doesNotContain("/registrations/");
        stack.mails().waitFor(unknown, some -> some.subject().startsWith("Finish your registration"));
    }

    @Test
    void what_was_interrupted_is_finished_by_another_registration(PortalStack stack) throws SQLException {
        var email = "left." + RUN + "@umbrella.example";
        var left = stack.realmAccounts()
                .create(
                        "legacy",
                        new RealmAccountState(
                                email,
                                email,
                                true,
                                "Ana",
                                "Left",
                                true,
                                Map.of("porticoAccount", "interrupted-" + RUN)));
        var link = link(stack, email, "Left " + RUN);
        var session = Session.anonymous(stack);
        assertThat(session.send("POST", link, "secret-password=short", Map.of()).body())
                .contains("Use at least 12 characters");
        assertThat(stack.realmAccounts().find("legacy", left))
                .as("only what is new is taken back")
                .isPresent();
        var done = session.send("POST", link, PASSWORD, Map.of());
        assertThat(done.headers().firstValue("Location")).get().asString().endsWith("/legacy/tickets");
        assertThat(strings(
                        stack,
                        "select realm_subject from account where tenant_id = 'legacy' and email = '" + email + "'"))
                .containsExactly(left);
    }

    @Test
    void nobody_takes_over_an_account_that_is_disabled_at_keycloak(PortalStack stack) throws SQLException {
        var email = "shut." + RUN + "@umbrella.example";
        stack.realmAccounts()
                .create("legacy", new RealmAccountState(email, email, true, "Ana", "Shut", false, Map.of()));
        var link = link(stack, email, "Shut " + RUN);
        assertThat(Session.anonymous(stack)
                        .send("POST", link, PASSWORD, Map.of())
                        .body())
                .contains("There is an account with this address already");
    }

    /** The page to which the mail leads. */
    private static String link(PortalStack stack, String email, String display) {
        assertThat(send(stack, FORM, form(email, display)).statusCode()).isEqualTo(302);
        var mail = stack.mails().waitFor(email, some -> some.subject().startsWith("Finish your registration"));
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void a_display_name_that_nobody_confirms_is_free_again(PortalStack stack) throws SQLException {
        var display = "Waits " + RUN;
        assertThat(send(stack, FORM, form("first." + RUN + "@umbrella.example", display))
                        .statusCode())
                .isEqualTo(302);
        var other = form("second." + RUN + "@umbrella.example", display);
        assertThat(send(stack, FORM, other).body()).contains("Somebody has this name already");
        execute(
                stack,
                "update registration set created_at = created_at - interval '48 hours' where display_name = '" + display
                        + "'");
        assertThat(send(stack, FORM, other).statusCode()).isEqualTo(302);
    }

    @Test
    void when_too_many_register_everybody_is_told_so_whatever_the_address(PortalStack stack) throws SQLException {
        Session.login(stack, "legacy", "umbrella-en");
        execute(
                stack,
                "insert into registration (tenant_id, id, subject, token_hash, given_name, family_name, email,"
                        + " display_name, display_capitals, display_small, language, zone, return_to, created_at,"
                        + " mailed_at, version) select 'legacy', 'many-' || n, 'many', 'many-' || n, '', '', '', '', '',"
                        + " '', 'en', 'UTC', '', now(), now(), 1 from generate_series(1, 300) as n");
        try {
            for (var email : List.of("umbrella-en@umbrella.example", "many." + RUN + "@umbrella.example")) {
                var answer = send(stack, FORM, form(email, "Many " + RUN));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("Many people are registering", email);
            }
        } finally {
            execute(stack, "delete from registration where subject = 'many'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"harmony", "bmc", "app-builder", "staff"})
    void nobody_registers_anywhere_else(String tenant, PortalStack stack) {
        var session = Session.anonymous(stack);
        for (var path : List.of("/register", "/register?asked=1", "/registrations/" + "0".repeat(40))) {
            for (var method : List.of("GET", "HEAD", "POST", "PUT", "DELETE")) {
                var answer = session.send(method, "/" + tenant + path, "email=a%40b.example", Map.of());
                assertThat(answer.statusCode()).as(method + " " + tenant + path).isEqualTo(404);
            }
        }
        for (var trick :
                List.of("/register/", "/register;x=1", "/%72egister", "/REGISTER", "//register", "/./register")) {
            assertThat(session.send("POST", "/" + tenant + trick, "email=a%40b.example", Map.of())
                            .statusCode())
                    .as(trick)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(session.get("/" + tenant).body()).doesNotContain("/register");
    }

    @Test
    void where_only_companies_may_another_domain_is_told_so(PortalStack stack) throws SQLException {
        var domain = "c" + RUN + ".example";
        var path = "/" + COMPANIES + "/register";
        execute(
                stack,
                "insert into organization (tenant_id, id, name) values ('" + COMPANIES + "', '" + domain + "', 'C "
                        + RUN
                        + "'); insert into organization_domain (tenant_id, domain, organization_id) values ('"
                        + COMPANIES
                        + "', '" + domain + "', '" + domain + "')");
        assertThat(send(stack, path, form("ana@elsewhere.example", "Ana " + RUN))
                        .body())
                .contains("elsewhere.example is none of their domains");
        assertThat(send(stack, path, form("eva@" + domain, "Eva " + RUN)).statusCode())
                .isEqualTo(302);
        var mail =
                stack.mails().waitFor("eva@" + domain, some -> some.subject().startsWith("Finish your registration"));
        var link =
                Pattern.compile("/" + COMPANIES + "/registrations/[0-9a-f]{40}").matcher(mail.text());
        assertThat(link.find()).isTrue();
        var done = Session.anonymous(stack).send("POST", link.group(), PASSWORD, Map.of());
        assertThat(done.headers().firstValue("Location")).get().asString().endsWith("/" + COMPANIES + "/tickets");
        assertThat(strings(
                        stack,
                        "select organization_id from account where tenant_id = '" + COMPANIES + "' and email = 'eva@"
                                + domain + "' and email_verified and realm_subject is not null"))
                .containsExactly(domain);
    }

    private static void fill(Visitor visitor, String given, String family, String email, String display) {
        var page = visitor.page();
        page.locator("#given-name").fill(given);
        page.locator("#family-name").fill(family);
        page.locator("#email").fill(email);
        page.locator("#display-name").fill(display);
        page.locator("#registration button").click();
    }

    private static void complete(Visitor visitor, String password) {
        Locator field = visitor.page().locator("#secret-password");
        field.fill(password);
        visitor.page().locator("#registration button[type=submit]").click();
    }

    private static Map<String, String> form(String email, String display) {
        var form = new HashMap<String, String>();
        form.put("given-name", "Ana");
        form.put("family-name", "Ruiz");
        form.put("email", email);
        form.put("display-name", display);
        return form;
    }

    private static HttpResponse<String> send(PortalStack stack, String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + Browser.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return Session.anonymous(stack).send("POST", path, body, Map.of());
    }

    /** But for what is new in every answer. */
    private static String headers(HttpResponse<String> answer) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        List.of("date", "set-cookie", "x-request-id").forEach(headers::remove);
        return headers.toString().replaceAll("'nonce-[^']*'", "NONCE");
    }

    private static void execute(PortalStack stack, String statement) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute(statement);
        }
    }

    private static List<String> strings(PortalStack stack, String query) throws SQLException {
        try (var all = stack.database().superuser();
                var statement = all.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
