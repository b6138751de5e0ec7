package dev.portico.systemtests.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an invitation's mail into the tenant, for somebody who reads Spanish. */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class, AccountsExtension.class})
class InvitationIT {
    private static final Pattern LINK = Pattern.compile("https?://\\S+(/harmony/invitations/[0-9a-f]{40})");

    @Test
    void whoever_is_invited_accepts_the_terms_chooses_a_password_and_is_in(
            PortalStack stack, Visitors visitors, Accounts accounts) throws SQLException {
        var version = publishTerms(stack);
        var ana = accounts.create("harmony", "es");
        var email = ana.name() + "@acme.example";
        var expired = "/harmony/invitations/" + invitedLongAgo(stack, ana, email);
        var visitor = visitors.open(new Look(Language.SPANISH, Look.PHONE));
        visitor.expectTrouble("410");

        visitor.go(expired);
        assertThat(heading(visitor, "Este enlace ha caducado")).isVisible();
        var pages = new PageCheck(visitor).check("expired invitation");
        button(visitor, "Enviarme un enlace nuevo").click();
        assertThat(heading(visitor, "Mira tu correo")).isVisible();

        var mail = stack.mails().waitFor(email, some -> some.subject().equals("Tu acceso a Harmony"));
        assertThat(mail.text()).contains("Harmony te invita a su portal de soporte, por Acme", "America/Bogota");
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        var path = link.group(1);
        // As scanners of mail do.
        var scanner = Session.anonymous(stack);
        assertThat(scanner.send("HEAD", path, "", Map.of()).statusCode()).isEqualTo(200);
        assertThat(scanner.get(path).headers().firstValue("Cache-Control")).contains("no-store");

        accept(visitor, path, pages);
        assertThat(pages.visit("terms", "/harmony/terms").faults()).isEmpty();
        assertThat(strings(
                        stack,
                        "select t.version::text from terms_acceptance t join account a using (tenant_id, subject)"
                                + " where a.realm_subject = '" + ana.id() + "' and a.email_verified"
                                + " and a.joined_at is not null"))
                .containsExactly(Integer.toString(version));

        var other = visitors.open(new Look(Language.SPANISH, Look.DESKTOP));
        other.expectTrouble("410");
        other.go(path);
        assertThat(heading(other, "Este enlace ya se ha usado")).isVisible();
        button(other, "Enviarme un enlace nuevo").click();
        assertThat(heading(other, "Mira tu correo")).isVisible();
        stack.mails().waitFor(email, some -> some.subject().equals("Ya tienes acceso a Harmony"));
        other.go(expired);
        assertThat(heading(other, "Este enlace ya no sirve")).isVisible();
        assertForeign(stack, path);
    }

    private static void accept(Visitor visitor, String path, PageCheck pages) {
        var page = visitor.page();
        visitor.go(path);
        assertThat(heading(visitor, "Te damos la bienvenida a Harmony")).isVisible();
        page.locator("#secret-password").fill("corta");
        button(visitor, "Aceptar y continuar").click();
        assertThat(page.locator("#terms-error")).containsText("Acepta los términos");
        page.locator("#terms").check();
        page.locator("#secret-password").fill("corta");
        button(visitor, "Aceptar y continuar").click();
        assertThat(page.locator("#secret-password-error")).containsText("Usa al menos 12 caracteres");
        assertThat(page.locator("#secret-password")).hasValue("");
        assertThat(page.locator("#terms")).isChecked();
        page.locator("main details > summary").click();
        pages.check("invitation with an error");

        page.locator("#secret-password").fill("una frase que recuerdo");
        button(visitor, "Mostrar").click();
        assertThat(page.locator("#secret-password")).hasAttribute("type", "text");
        button(visitor, "Aceptar y continuar").click();
        page.waitForURL(url -> url.endsWith("/harmony/tickets"));
        assertThat(page.locator("h1")).hasText("Mis Casos");
        assertThat(page.locator(".notices")).containsText("Tu cuenta está lista");
        assertThat(page.locator(".notices a")).hasAttribute("href", "/harmony/settings/security");
    }

    /** Another tenant's link is answered like one that never was. */
    private static void assertForeign(PortalStack stack, String path) {
        var session = Session.anonymous(stack);
        var foreign = path.replace("/harmony/", "/bmc/");
        var absent = "/bmc/invitations/" + "0".repeat(40);
        for (var method : List.of("GET", "POST")) {
            var answer = session.send(method, foreign, "again=again", Map.of());
            assertThat(answer.statusCode()).as(method).isEqualTo(404);
            assertThat(withoutNonce(answer.body()).replace(foreign, absent))
                    .isEqualTo(withoutNonce(session.send(method, absent, "again=again", Map.of())
                            .body()));
        }
    }

    private static String withoutNonce(String body) {
        return body.replaceAll("nonce=\"[^\"]*\"|csp[.]init[(]'[^']*'", "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }

    /** @return the version */
    private static int publishTerms(PortalStack stack) throws SQLException {
        var admin = Session.login(stack, "staff", "admin");
        var terms = new PublishedTerms(stack, "harmony");
        var page = terms.page();
        var refused = admin.press(page, "terms", "publish", Map.of("text-en", "x", "text-es", ""), page);
        assertThat(refused.body()).contains("Enter the text in this language.");
        var preview = admin.press(page, "terms", "preview-button", PublishedTerms.TEXTS, page);
        assertThat(preview.body()).contains("<strong>amable</strong>");
        var version = terms.publish();
        assertThat(Session.anonymous(stack).get("/harmony/terms").body()).contains("<strong>nice</strong>");
        return version;
    }

    @AfterEach
    void withdrawTerms(PortalStack stack) throws SQLException {
        new PublishedTerms(stack, "harmony").withdraw("acme-en");
    }

    /** Keycloak has the account; the portal's record says that an invitation went out eight days ago. */
    private static String invitedLongAgo(PortalStack stack, Account account, String email) throws SQLException {
        var token = UUID.randomUUID().toString().replace("-", "") + "01234567";
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute("insert into organization (tenant_id, id, name) values ('harmony', 'acme', 'Acme')"
                    + " on conflict do nothing");
            work.execute("insert into account (tenant_id, subject, realm_subject, name, email, email_verified,"
                    + " organization_id, language, format_locale, zone, notify_answers, created_at, version) values ('harmony', '"
                    + account.id() + "-p', '" + account.id() + "', 'Ana " + account.name() + "', '" + email
                    + "', false, 'acme', 'es', 'es-CO', 'America/Bogota', true, now(), 1)");
            work.execute(
                    "insert into invitation (tenant_id, id, subject, email, token_hash, created_at, expires_at, version)"
                            + " values ('harmony', '" + token + "', '" + account.id() + "-p', '" + email + "', '"
                            + sha256(token)
                            + "', now() - interval '8 days', now() - interval '1 day', 1)");
        }
        return token;
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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

    private static Locator heading(Visitor visitor, String text) {
        return visitor.page().locator("h1, h2").getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator button(Visitor visitor, String text) {
        return visitor.page().locator("main button").getByText(text, new Locator.GetByTextOptions().setExact(true));
    }
}
