package dev.portico.systemtests.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.portico.systemtests.login.AccountsExtension;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Accounts.Account;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A CSM's slip of the pen gives nobody's account away (G2, ADR 19). */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class, AccountsExtension.class})
class NewAddressIT {
    private static final Pattern LINK = Pattern.compile("https?://\\S+(/harmony/settings/address/[0-9a-f]{40})");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void another_address_counts_when_the_person_has_confirmed_it(
            PortalStack stack, Visitors visitors, Accounts accounts) throws SQLException {
        var person = accounts.create("harmony", "es");
        var before = person.name() + "@acme.example";
        var after = person.name() + ".nueva@acme.example";
        var visitor = visitors.open(new Look(Language.SPANISH, Look.PHONE)).goAs(person.name(), "/harmony/settings");
        enter(visitors, person, after);

        var mail = stack.mails().waitFor(after, some -> some.subject().equals("Confirma tu nueva dirección: Harmony"));
        assertThat(mail.text()).doesNotContain(person.firstName(), before);
        stack.mails().waitFor(before, some -> some.text().contains(after));
        assertThat(Waiting.until(() -> told(stack, person), PATIENCE)).isTrue();
        assertThat(known(stack, person)).as("at Keycloak").isEqualTo(before);
        assertThat(here(stack, person)).isEqualTo(before + " t");

        var found = LINK.matcher(mail.text());
        assertThat(found.find()).isTrue();
        var path = found.group(1);
        assertThat(Session.anonymous(stack).get(path).headers().firstValue("Location"))
                .get()
                .asString()
                .contains("/realms/harmony/");
        assertThat(Session.login(stack, "harmony", "acme-en").get(path).statusCode())
                .as("another person")
                .isEqualTo(410);

        confirm(visitor, path, after);
        assertThat(here(stack, person)).isEqualTo(after + " t");
        assertThat(Waiting.until(() -> known(stack, person).equals(after), PATIENCE))
                .isTrue();
        stack.mails().waitFor(before, some -> some.subject().equals("Tu dirección ha cambiado: Harmony"));
    }

    private static void enter(Visitors visitors, Account person, String address) {
        var csm = visitors.open(new Look(Language.ENGLISH, Look.DESKTOP))
                .goAs("csm", "/staff/harmony/people/" + person.id());
        csm.page().locator("#email").fill(address);
        csm.page().locator("#save").click();
        assertThat(csm.page().locator(".notices")).isVisible();
        assertThat(csm.page().locator("main")).containsText(address + " has been sent a link");
        assertThat(csm.page().locator("#email")).hasValue(person.name() + "@acme.example");
    }

    private static void confirm(Visitor visitor, String path, String address) {
        var page = visitor.page();
        visitor.expectTrouble("410");
        visitor.go(path);
        var pages = new PageCheck(visitor).check("new address");
        page.locator("#confirm").click();
        page.waitForURL(url -> url.endsWith("/harmony/settings"));
        assertThat(page.locator(".notices")).containsText("Desde ahora, tu dirección es " + address);
        visitor.go(path);
        assertThat(page.locator("main h2")).hasText("Este enlace ya no sirve");
        assertThat(pages.check("new address, confirmed before").faults()).isEmpty();
    }

    private static boolean told(PortalStack stack, Account person) {
        return one(stack, "select realm_due is null", person).equals("t");
    }

    private static String here(PortalStack stack, Account person) {
        return one(stack, "select email || ' ' || case when email_verified then 't' else 'f' end", person);
    }

    private static String known(PortalStack stack, Account person) {
        return stack.realmAccounts().find("harmony", person.id()).orElseThrow().email();
    }

    private static String one(PortalStack stack, String select, Account person) {
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery(
                        select + " from account where tenant_id = 'harmony' and subject = '" + person.id() + "'")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
