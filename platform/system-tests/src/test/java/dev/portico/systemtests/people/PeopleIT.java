package dev.portico.systemtests.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.FilePayload;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.journey.PageCheck;
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.systemtests.page.LanguageSwitch;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Accounts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** G2: a CSM says who may come in, and for whom. */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class, AccountsExtension.class})
class PeopleIT {
    private static final String PEOPLE = "/staff/harmony/people";

    private static String acme(PortalStack stack) throws SQLException {
        return one(
                stack,
                "select subject from account where tenant_id = 'harmony' and email = 'acme-en@acme.example' and enabled");
    }

    /** Of whom there is somebody to look at. */
    @BeforeAll
    static void logIn(PortalStack stack) {
        Session.login(stack, "harmony", "acme-en");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Language.class)
    void a_csm_enters_changes_and_disables_a_person(Language language, Visitors visitors, PortalStack stack)
            throws SQLException {
        var csm = visitors.open(new Look(language, Look.DESKTOP)).goAs("csm", "/staff");
        var words = new LanguageSwitch(csm);
        words.choose(language);
        try {
            assertThat(csm.path()).startsWith("/staff/people");
            var email = "Eva." + Cases.word() + "@Acme.Example";
            var subject = enter(csm, email);
            assertThat(one(
                            stack,
                            "select email || ' ' || language || ' ' || (realm_due is not null or realm_subject"
                                    + " is not null) || ' ' || email_verified from account where subject = '" + subject
                                    + "'"))
                    .isEqualTo(email.toLowerCase(Locale.ROOT) + " es true false");
            refuseTwice(csm, email.toUpperCase(Locale.ROOT), subject);
            tellOfAnotherCsm(csm, visitors, language, subject);
            disable(csm, subject, stack);
            find(csm, email, subject);
        } finally {
            words.choose(Language.ENGLISH);
        }
    }

    private static String enter(Visitor csm, String email) {
        var page = csm.go(PEOPLE + "/new").page();
        fill(page, "Eva <b>", "", email);
        page.locator("#zone").fill("Mars/Olympus");
        page.locator("#save").click();
        assertThat(page.locator("#given-name-error")).containsText(csm.say("signs in it", "signos"));
        assertThat(page.locator("#zone-error")).not().isEmpty();
        assertThat(page.locator("#family-name")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#email")).hasValue(email);
        assertThat(page.locator("#zone")).hasValue("Mars/Olympus");
        fill(page, "Eva", "Ríos", email);
        page.locator("#zone").fill("America/Bogota");
        page.locator("#language").selectOption("es");
        page.locator("#organization").selectOption("acme");
        page.locator("#save").click();
        assertThat(page.locator(".notices")).containsText("Eva Ríos");
        return csm.path().replaceAll(".*/", "");
    }

    private static void fill(Page page, String givenName, String familyName, String email) {
        page.locator("#given-name").fill(givenName);
        page.locator("#family-name").fill(familyName);
        page.locator("#email").fill(email);
    }

    private static void refuseTwice(Visitor csm, String email, String subject) {
        var page = csm.go(PEOPLE + "/new").page();
        fill(page, "Otra", "Persona", email);
        page.locator("#save").click();
        assertThat(page.locator("#email-error")).containsText("Eva Ríos");
        assertThat(page.locator("main a[href$='" + PEOPLE + "/" + subject + "']"))
                .isVisible();
    }

    private static void tellOfAnotherCsm(Visitor csm, Visitors visitors, Language language, String subject) {
        var slow = csm.go(PEOPLE + "/" + subject).page();
        var quick = visitors.open(new Look(language, Look.DESKTOP))
                .goAs("csm", PEOPLE + "/" + subject)
                .page();
        quick.locator("#family-name").fill("Ríos Vega");
        quick.locator("#contact-manager").check();
        quick.locator("#save").click();
        assertThat(quick.locator(".notices")).isVisible();

        slow.locator("#given-name").fill("Eva María");
        slow.locator("#save").click();
        assertThat(slow.locator("#family-name-error")).containsText("Ríos Vega");
        assertThat(slow.locator("#contact-manager-error")).not().isEmpty();
        assertThat(slow.locator("#given-name")).hasValue("Eva María");
        slow.locator("#family-name").fill("Ríos Vega");
        slow.locator("#save").click();
        assertThat(slow.locator("h1")).hasText("Eva María Ríos Vega");
    }

    private static void disable(Visitor csm, String subject, PortalStack stack) throws SQLException {
        var page = csm.page();
        page.locator("#disable").click();
        page.locator("#disable-asked button[value=confirmed]").click();
        assertThat(page.locator("#enable")).isVisible();
        assertThat(one(stack, "select enabled from account where subject = '" + subject + "'"))
                .isEqualTo("f");
        page.locator("#enable").click();
        assertThat(page.locator("#disable")).isVisible();
        csm.go("/staff");
        assertThat(csm.path()).as("the programme seen last").isEqualTo(PEOPLE);
    }

    private static void find(Visitor csm, String email, String subject) {
        var page = csm.go(PEOPLE + "?organization=acme&q=" + email).page();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody a")).hasAttribute("href", PEOPLE + "/" + subject);
        csm.go(PEOPLE + "?organization=globex&q=" + email);
        assertThat(page.locator(".blank-slate")).isVisible();
    }

    @Test
    void a_domain_is_one_organizations_and_two_csms_do_not_overwrite_each_other(Visitors visitors) {
        var csm =
                visitors.open(new Look(Language.ENGLISH, Look.DESKTOP)).goAs("csm", "/staff/harmony/organizations/new");
        var page = csm.page();
        var name = "Soylent " + Cases.word();
        var domain = Cases.word().toLowerCase(Locale.ROOT) + ".example";
        page.locator("#name").fill(name);
        page.locator("#hotline").fill("call us");
        page.locator("#domains").fill("@" + domain.toUpperCase(Locale.ROOT) + " com");
        page.locator("#save").click();
        assertThat(page.locator("#hotline-error")).containsText("Only an enterprise");
        assertThat(page.locator("#domains-error")).containsText("com");
        page.locator("input[value=ENTERPRISE]").check();
        page.locator("#hotline").fill("+1 555 010 0199");
        page.locator("#domains").fill("@" + domain.toUpperCase(Locale.ROOT));
        page.locator("#save").click();
        assertThat(page.locator(".notices")).containsText(name);
        assertThat(page.locator("#domains")).hasValue(domain);

        csm.go("/staff/harmony/organizations/new");
        page.locator("#name").fill(name.toUpperCase(Locale.ROOT));
        page.locator("#domains").fill(domain);
        page.locator("#save").click();
        assertThat(page.locator("#name-error")).containsText(name);
        assertThat(page.locator("#domains-error")).containsText(name);

        csm.go("/staff/harmony/organizations?q=" + name);
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText("0 people");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Language.class)
    void a_file_is_looked_at_and_then_entered(Language language, Visitors visitors, PortalStack stack)
            throws SQLException {
        var csm = visitors.open(new Look(language, Look.DESKTOP)).goAs("csm", PEOPLE + "/import");
        var words = new LanguageSwitch(csm);
        words.choose(language);
        try {
            var domain = Cases.word() + ".example";
            upload(csm, rows(domain, 120).replace(";", ","), StandardCharsets.UTF_16LE);
            var page = csm.page();
            assertThat(page.locator("nav.filters")).containsText("125");
            assertThat(page.locator("tbody tr")).hasCount(50);
            assertThat(one(stack, "select count(*) from account where email like '%" + domain + "'"))
                    .as("before it is started")
                    .isEqualTo("0");
            new PageCheck(csm).check("preview");
            page.locator("#discard").click();
            assertThat(page.locator(".notices")).isVisible();

            upload(csm, rows(domain, 120), Charset.forName("windows-1252"));
            var problems = csm.say("Left out", "Omitidas");
            page.locator("nav.filters a").getByText(problems).click();
            assertThat(page.locator("tbody tr")).hasCount(2);
            assertThat(page.locator("tbody")).containsText(csm.say("Row 2 has", "La fila 2"));
            page.locator("#start").click();
            assertThat(page.locator(".card-head .badge").first())
                    .hasText(csm.say("Done", "Terminada"), new HasTextOptions().setTimeout(60_000));
            assertThat(one(
                            stack,
                            "select count(*) || ' ' || count(distinct lower(email)) || ' ' || min(language)"
                                    + " from account where email like '%" + domain + "'"))
                    .isEqualTo("122 122 es");
            assertThat(one(stack, "select count(*) from organization where name = 'Org " + domain + "'"))
                    .isEqualTo("1");
            assertThat(one(stack, "select count(*) from organization where name = ''"))
                    .isEqualTo("0");
            var result = Session.login(stack, "staff", "csm").get(csm.path().replaceAll("[?].*", "") + "/result.csv");
            assertThat(result.body().lines()).hasSize(126);
            assertThat(result.body()).contains("Ángel 1,Núñez", "'=1+1").doesNotContain(",=1+1");
        } finally {
            words.choose(Language.ENGLISH);
        }
    }

    @Test
    void files_of_people_go_when_their_time_is_over(Visitors visitors, PortalStack stack) throws SQLException {
        var old = agedImport(stack, "DONE", 31);
        var recent = agedImport(stack, "DONE", 29);
        var stopped = agedImport(stack, "STOPPED", 31);
        var unused = agedImport(stack, "PREVIEW", 8);
        var csm = visitors.open(new Look(Language.ENGLISH, Look.DESKTOP)).goAs("csm", PEOPLE + "/import");
        upload(
                csm,
                "Given name,Family name,Email\r\nEva,Ríos,eva@" + Cases.word() + ".example",
                StandardCharsets.UTF_8);
        assertThat(one(
                        stack,
                        "select string_agg(i.id, ' ') from people_import i join people_import_row r on r.tenant_id ="
                                + " i.tenant_id and r.import_id = i.id where i.id in ('" + old + "', '" + recent
                                + "', '" + stopped + "', '" + unused + "')"))
                .isEqualTo(recent);
    }

    private static String agedImport(PortalStack stack, String state, int days) throws SQLException {
        var id = importOf(stack);
        one(
                stack,
                "update people_import set state = '" + state + "', created_at = now() - interval '" + days
                        + " days' where id = '" + id + "' returning id");
        return id;
    }

    /** Besides those people one of a new organization, one of none, one twice, one who is there already, and one without a name. */
    private static String rows(String domain, int people) {
        var rows = new StringBuilder("Nombre;Apellidos;Correo;Organización;Idioma\r\n");
        for (var i = 1; i <= people; i++) {
            rows.append("Ángel ")
                    .append(i)
                    .append(";Núñez;p")
                    .append(i)
                    .append('@')
                    .append(domain);
            rows.append(";acme;español\r\n");
        }
        return rows.append("Eva;Ríos;eva@" + domain + ";Org " + domain + ";es\r\n")
                .append("Sola;Ríos;sola@" + domain + ";;es\r\n")
                .append("Doble;Ríos;P1@" + domain + ";acme;es\r\n")
                .append("Ya;Está;acme-en@acme.example;acme;es\r\n")
                .append("=1+1;;nobody@" + domain + ";acme;es\r\n")
                .toString();
    }

    private static void upload(Visitor csm, String text, Charset charset) {
        var page = csm.go(PEOPLE + "/import").page();
        page.locator("#file").setInputFiles(new FilePayload("gente.csv", "text/csv", text.getBytes(charset)));
        page.locator("#look").click();
        assertThat(page.locator("h1")).hasText("gente.csv");
    }

    @Test
    void another_programmes_people_and_organizations_are_not_there(PortalStack stack, Accounts accounts)
            throws SQLException {
        var csm = Session.login(stack, "staff", "csm");
        var subject = acme(stack);
        var file = importOf(stack);
        var organization = one(
                stack,
                "insert into organization (tenant_id, id, name) values ('harmony', 'only-here', 'Acme, here alone')"
                        + " on conflict (tenant_id, id) do update set name = excluded.name returning id");
        for (var path : new String[] {
            "people/" + subject,
            "organizations/" + organization,
            "people/imports/" + file,
            "people/imports/" + file + "/progress",
            "people/imports/" + file + "/result.csv"
        }) {
            assertThat(csm.get("/staff/harmony/" + path).statusCode()).as(path).isEqualTo(200);
            var foreign = csm.get("/staff/bmc/" + path);
            assertThat(foreign.statusCode()).as(path).isEqualTo(404);
            assertThat(foreign.body()).doesNotContain("Acme");
        }
        var ofBmc =
                Session.login(stack, "staff", accounts.createStaff("csm", "bmc").name());
        assertThat(ofBmc.get("/staff/people").headers().firstValue("Location").orElse(""))
                .endsWith("/staff/bmc/people");
        for (var path :
                new String[] {"people", "people/new", "people/" + subject, "organizations", "organizations/acme"}) {
            assertThat(ofBmc.get("/staff/harmony/" + path).statusCode())
                    .as(path + " of a programme that is not served")
                    .isEqualTo(404);
        }
        assertThat(Session.login(stack, "staff", "agent").get(PEOPLE).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#crossed")
    void every_page_is_accessible_fits_its_window_and_breaks_no_rule(Look look, Visitors visitors, PortalStack stack)
            throws SQLException {
        var subject = acme(stack);
        var csm = visitors.open(look).goAs("csm", "/staff/people?choose=programme");
        var words = new LanguageSwitch(csm);
        words.choose(look.language());
        try {
            var pages = new PageCheck(csm)
                    .check("programmes")
                    .visit("people", PEOPLE)
                    .visit("nobody", PEOPLE + "?q=nobody-has-this-name")
                    .visit("a person", PEOPLE + "/" + subject);
            csm.page().locator("#disable").click();
            pages.check("asking whether to disable").visit("new person", PEOPLE + "/new");
            csm.page().locator("#save").click();
            pages.check("new person with errors")
                    .visit("import", PEOPLE + "/import")
                    .visit("an import", PEOPLE + "/imports/" + importOf(stack))
                    .visit("organizations", "/staff/harmony/organizations")
                    .visit("an organization", "/staff/harmony/organizations/acme");
            assertThat(pages.faults()).isEmpty();
        } finally {
            words.choose(Language.ENGLISH);
        }
    }

    private static String importOf(PortalStack stack) throws SQLException {
        var id = Cases.word();
        try (var all = stack.database().superuser();
                var statement = all.createStatement()) {
            statement.execute(
                    "insert into people_import (tenant_id, id, file_name, state, total, started_by, created_at,"
                            + " version) values ('harmony', '" + id + "', 'Acme.csv', 'DONE', 0, '', now(), 1)");
            statement.execute("insert into people_import_row (tenant_id, import_id, line, outcome, given_name,"
                    + " family_name, email, organization, language, zone, authorized, manager, problems) values ('harmony',"
                    + " '" + id + "', 1, 'CREATED', 'Acme', '', '', '', '', '', true, false, '[]')");
        }
        return id;
    }

    private static String one(PortalStack stack, String query) throws SQLException {
        try (var all = stack.database().superuser();
                var statement = all.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
