package dev.portico.systemtests.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.portico.launcher.mail.StoredMail;
import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Accounts;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** G2: from a CSM's word to somebody who is in, and out again; and the same for a thousand people. */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class, AccountsExtension.class})
class ProvisioningIT {
    private static final String PEOPLE = "/staff/harmony/people";
    private static final Pattern LINK = Pattern.compile("https?://\\S+(/harmony/invitations/[0-9a-f]{40})");
    private static final int MANY = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String domain = Cases.word() + ".example";

    @Test
    void a_customer_is_invited_comes_in_and_is_out_at_the_next_click(PortalStack stack, Visitors visitors) {
        var csm = visitors.open(new Look(Language.ENGLISH, Look.DESKTOP)).goAs("csm", PEOPLE + "/new");
        var email = "luz@" + domain;
        enter(csm, email);

        var link = invitation(stack, email, mail -> mail.subject().equals("Tu acceso a Harmony"));
        var luz = visitors.open(new Look(Language.SPANISH, Look.PHONE));
        accept(luz, link);
        luz.go("/harmony/settings");
        assertThat(luz.path()).isEqualTo("/harmony/settings");

        csm.page().locator("#disable").click();
        csm.page().locator("#disable-asked button[value=confirmed]").click();
        assertThat(csm.page().locator("#enable")).isVisible();
        luz.page().locator("a[href='/harmony/tickets']").first().click();
        luz.page().waitForURL(url -> url.contains("/realms/harmony/protocol/openid-connect/auth"));
    }

    @Test
    void who_is_enabled_after_the_login_was_removed_at_keycloak_is_invited_anew(
            PortalStack stack, Visitors visitors, Accounts administrator) {
        stack.own();
        var csm = visitors.open(new Look(Language.ENGLISH, Look.DESKTOP)).goAs("csm", PEOPLE + "/new");
        var email = "eva@" + domain;
        enter(csm, email);
        var first = invitation(stack, email, mail -> true);
        var subject =
                stack.realmAccounts().byEmail("harmony", email).orElseThrow().subject();
        administrator.delete("harmony", subject);

        var enable = csm.page().locator("#enable");
        assertThat(Waiting.until(
                        () -> {
                            csm.page().reload();
                            return enable.isVisible();
                        },
                        PATIENCE))
                .isTrue();
        assertThat(csm.page().locator("#standing .hint")).containsText("an invitation by email");
        enable.click();
        assertThat(csm.page().locator(".notices")).containsText("A new invitation goes out");
        var link = invitation(stack, email, mail -> !mail.text().contains(first));
        accept(visitors.open(new Look(Language.SPANISH, Look.PHONE)), link);
    }

    private static String invitation(PortalStack stack, String email, Predicate<StoredMail> wanted) {
        var link = LINK.matcher(stack.mails().waitFor(email, wanted).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void enter(Visitor csm, String email) {
        var page = csm.page();
        page.locator("#given-name").fill("Luz");
        page.locator("#family-name").fill("Ríos");
        page.locator("#email").fill(email);
        page.locator("#language").selectOption("es");
        page.locator("#save").click();
        assertThat(page.locator(".notices")).containsText("Luz Ríos");
    }

    private static void accept(Visitor luz, String path) {
        var page = luz.go(path).page();
        // There are terms where somebody has published some.
        if (page.locator("#terms").count() > 0) {
            page.locator("#terms").check();
        }
        page.locator("#secret-password").fill("una frase que recuerdo");
        page.locator("main .form-actions button").click();
        page.waitForURL(url -> url.endsWith("/harmony/tickets"));
        assertThat(page.locator("h1")).hasText("Mis Casos");
    }

    @Test
    void of_a_thousand_nobody_is_missing_and_nobody_twice_whenever_the_portal_is_killed(
            PortalStack stack, Visitors visitors) throws SQLException {
        stack.own();
        var csm = visitors.open(new Look(Language.ENGLISH, Look.DESKTOP)).goAs("csm", PEOPLE + "/import");
        var page = csm.page();
        page.locator("#file").setInputFiles(new FilePayload("people.csv", "text/csv", rows()));
        page.locator("#look").click();
        assertThat(page.locator("h1")).hasText("people.csv");
        page.locator("#start").click();

        Waiting.until(() -> count(stack, "true") > MANY / 10, PATIENCE);
        // Nobody watches: a page that asks how far it is would not like what follows.
        page.navigate("about:blank");
        stack.killPortal();
        stack.startPortal();
        Waiting.until(() -> count(stack, "realm_subject is not null") > MANY / 4, PATIENCE);
        stack.killPortal();
        assertThat(count(stack, "realm_subject is not null")).isLessThan(MANY);
        stack.startPortal();

        assertThat(Waiting.until(() -> count(stack, "invited_at is not null and realm_due is null") == MANY, PATIENCE))
                .isTrue();
        assertThat(count(stack, "true")).isEqualTo(MANY);
        assertThat(one(stack, "select count(distinct lower(email)) from account where email like '%@" + domain + "'"))
                .isEqualTo(MANY);
        assertThat(one(
                        stack,
                        "select count(*) from invitation i join account a using (tenant_id, subject) where a.email like"
                                + " '%@" + domain + "'"))
                .isEqualTo(MANY);
        var there = stack.realmAccounts();
        var found = there.byEmail("harmony", "p" + MANY + "@" + domain).orElseThrow();
        assertThat(found.enabled()).isTrue();
        leaveNothing(stack);
    }

    private byte[] rows() {
        return IntStream.rangeClosed(1, MANY)
                .mapToObj(n -> "Ana " + n + ",Ruiz,p" + n + "@" + domain + ",es\n")
                .collect(Collectors.joining("", "Given name,Family name,Email,Language\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private long count(PortalStack stack, String condition) {
        return one(stack, "select count(*) from account where email like '%@" + domain + "' and " + condition);
    }

    private static long one(PortalStack stack, String query) {
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void leaveNothing(PortalStack stack) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute("delete from mail where recipient like '%@" + domain
                    + "'; delete from account where email like" + " '%@" + domain + "'");
        }
    }
}
