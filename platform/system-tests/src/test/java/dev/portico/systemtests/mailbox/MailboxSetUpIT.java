package dev.portico.systemtests.mailbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.mailbox.SentMail.Fate;
import dev.portico.systemtests.page.LanguageSwitch;
import dev.portico.systemtests.rest.Cases;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator sets up a mailbox, and looks after the mails that came (H1). */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class MailboxSetUpIT {
    private static final String ACME = "acme-es@acme.example";
    private static final String RECEIVED = "/staff/harmony/received-mails";

    /** Whoever has never logged in is nobody whom the portal knows. */
    @BeforeAll
    static void logIn(PortalStack stack) {
        stack.api("harmony", "acme-es").get("/tickets");
    }

    @Test
    void a_mailbox_is_tried_out_added_stopped_and_used_again(PortalStack stack, Visitors visitors) throws Exception {
        // At the stack's mail server, whoever has got a mail has a mailbox, with the address as its password.
        var address = Cases.word() + "@harmony.localhost";
        var early = mail(address).send(stack);
        inSpanish(visitors, admin -> {
            var page = admin.page();
            page.locator("#mailboxes + a").click();
            page.locator("#address").fill(address);
            page.locator("#host").fill("127.0.0.1");
            page.locator("#security").selectOption("NONE");
            page.locator("#port").fill(imapPort(stack));
            page.locator("#login").fill(address);
            page.locator("#secret-password").fill("wrong");
            page.locator("#test").click();
            assertThat(page.locator("#secret-password-error"))
                    .containsText("El servidor rechaza este nombre de usuario");
            assertThat(page.locator("[lang=en] code")).not().isEmpty();
            assertThat(page.locator("#host")).hasValue("127.0.0.1");
            assertThat(page.locator("#secret-password")).hasValue("wrong");

            page.locator("#secret-password").fill(address);
            page.locator("#test").click();
            assertThat(page.locator(".callout[role=status]")).containsText("La carpeta tiene 1 correo.");
            page.locator("#save").click();
            assertThat(page.locator(".notices")).containsText("Se agreg\u00f3 el buz\u00f3n " + address);
            var fate = sent(address, stack).fate(stack);
            assertThat(fate.outcome()).isEqualTo("TICKET");
            assertThat(early.fates(stack)).isEmpty();

            page.navigate(stack.portalUrl() + RECEIVED);
            var entry = page.locator(".states li").filter(new Locator.FilterOptions().setHasText(address));
            assertThat(entry).containsText("Funciona");
            entry.locator("a").click();
            assertThat(page.locator("#secret-password")).hasValue("");
            thePasswordGoesNowhereElse(page);
            theNetworkWithinIsNotLookedInto(page);
            whoCannotProveTheirAddressFilesNothing(page, entry, address, stack);
            press(page, "#disable");
            assertThat(entry).containsText("Sin uso");
            var waiting = sent(address, stack);
            assertThat(sent("support@harmony.localhost", stack).fate(stack).outcome())
                    .isEqualTo("TICKET");
            assertThat(waiting.fates(stack)).isEmpty();

            entry.locator("a").click();
            assertThat(page.locator("#remove")).hasCount(0);
            anotherProgrammeHasNoSuchMailbox(admin);
            page.locator("#enable").click();
            assertThat(entry).containsText("Funciona");
            assertThat(waiting.fate(stack).outcome()).isEqualTo("TICKET");
            entry.locator("a").click();
            press(page, "#disable");
        });
    }

    private static void thePasswordGoesNowhereElse(Page page) {
        page.locator("#host").fill("localhost");
        for (var button : new String[] {"#test", "#save"}) {
            page.locator(button).click();
            assertThat(page.locator("#secret-password-error")).containsText("Escribe de nuevo la contrase\u00f1a");
        }
    }

    private static void theNetworkWithinIsNotLookedInto(Page page) {
        page.locator("#security").selectOption("STARTTLS");
        page.locator("#secret-password").fill("whatever");
        page.locator("#test").click();
        assertThat(page.locator("#host-error")).containsText("direcci\u00f3n p\u00fablica");
    }

    /** The stack's mail server adds no header: what is sent with a mail is what a real one would have added, and a forger. */
    private static void whoCannotProveTheirAddressFilesNothing(
            Page page, Locator entry, String address, PortalStack stack) {
        page.navigate(page.url());
        page.locator("#server").fill("mx server");
        page.locator("#secret-password").fill("another");
        page.locator("#save").click();
        assertThat(page.locator("#server-error")).containsText("letras, cifras");
        assertThat(page.locator("#secret-password-error")).containsText("Hay que escribirlo de nuevo");
        page.locator("#server").fill("MX.harmony.example");
        page.locator("#save").click();
        page.waitForURL(url -> url.endsWith(RECEIVED));
        var subject = Cases.word();
        var silent = sent(SentMail.of(ACME, address, subject).text("Hola"), stack);
        var forged = sent(
                mail(address)
                        .with("Authentication-Results: mx.harmony.example; dmarc=fail header.from=acme.example")
                        .with("Authentication-Results: mx.harmony.example; dmarc=pass header.from=acme.example"),
                stack);
        var stranger = sent(
                SentMail.of("nobody@nowhere.example", address, Cases.word()).text("Hola"), stack);
        var proven = sent(
                mail(address)
                        .with(
                                "Authentication-Results: mx.harmony.example;\r\n dmarc=pass (p=reject) header.from=acme.example"),
                stack);
        assertThat(silent.fate(stack).outcome()).isEqualTo("ASIDE UNPROVEN");
        assertThat(forged.fate(stack).outcome()).isEqualTo("ASIDE UNPROVEN");
        assertThat(stranger.fate(stack).outcome()).isEqualTo("IGNORED UNPROVEN");
        assertThat(proven.fate(stack).outcome()).isEqualTo("TICKET");
        assertThat(stack.mails().to("nobody@nowhere.example")).isEmpty();
        page.navigate(stack.portalUrl() + RECEIVED + "?state=aside");
        assertThat(page.locator("tbody")).containsText("no confirma su remitente");
        page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(subject))
                .locator("button[name=vouch]")
                .click();
        page.locator("dialog[open] button[value=confirmed]").click();
        assertThat(page.locator(".notices")).containsText("El correo se procesa de nuevo.");
        assertThat(silent.fate(stack).outcome()).isEqualTo("TICKET");

        entry.locator("a").click();
        page.locator("#server").fill("");
        page.locator("#save").click();
        page.waitForURL(url -> url.endsWith(RECEIVED));
        entry.locator("a").click();
    }

    private static void anotherProgrammeHasNoSuchMailbox(Visitor admin) {
        var page = admin.page();
        var own = page.url();
        admin.expectTrouble("404");
        var foreign = page.context().request().get(own.replace("/harmony/", "/bmc/"));
        var absent = page.context().request().get(own.replace("/harmony/", "/bmc/") + "0");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(absent.status()).isEqualTo(404);
    }

    @Test
    void what_was_put_aside_is_tried_again_and_dismissed(PortalStack stack, Visitors visitors) throws Exception {
        var subject = Cases.word();
        var mail = SentMail.of(ACME, "support+1.aaaaaaaaaaaaaaaa@harmony.localhost", subject)
                .text("Hola")
                .send(stack);
        assertThat(mail.fate(stack).outcome()).isEqualTo("ASIDE TOKEN");
        inSpanish(visitors, admin -> {
            var page = admin.page();
            page.navigate(stack.portalUrl() + RECEIVED + "?state=aside");
            var before = settled(stack, subject);
            var row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(subject));
            row.locator("button[name=again]").click();
            assertThat(page.locator(".notices")).containsText("El correo se procesa de nuevo.");
            assertThat(Waiting.until(() -> settled(stack, subject).compareTo(before) > 0, PortalStack.patience()))
                    .isTrue();
            assertThat(mail.fate(stack).outcome()).isEqualTo("ASIDE TOKEN");

            page.reload();
            row.locator("button[name=dismiss]").click();
            assertThat(page.locator("#dismiss-text")).containsText(subject);
            page.locator("#dismiss-asked .btn-danger").click();
            assertThat(page.locator(".notices")).containsText("Se descart\u00f3 el correo.");
            assertThat(row).hasCount(0);
            assertThat(mail.fates(stack)).containsExactly(new Fate("IGNORED DISMISSED", 0));
        });
    }

    private static void inSpanish(Visitors visitors, Consumer<Visitor> deed) {
        var admin = visitors.open(new Look(Language.SPANISH, Look.PHONE)).goAs("admin", RECEIVED);
        var language = new LanguageSwitch(admin);
        language.choose(Language.SPANISH);
        try {
            deed.accept(admin);
        } finally {
            language.choose(Language.ENGLISH);
        }
    }

    private static void press(Page page, String button) {
        page.locator(button).click();
        page.locator("dialog[open] button[value=confirmed]").click();
        page.waitForURL(url -> url.endsWith(RECEIVED));
    }

    private static SentMail mail(String to) {
        return SentMail.of(ACME, to, Cases.word()).text("Hola");
    }

    private static SentMail sent(String to, PortalStack stack) {
        return sent(mail(to), stack);
    }

    private static SentMail sent(SentMail mail, PortalStack stack) {
        try {
            return mail.send(stack);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String imapPort(PortalStack stack) {
        return value(stack, "select port from mailbox where tenant_id = 'harmony' and id = 'demo'");
    }

    /** Empty while it waits. */
    private static String settled(PortalStack stack, String subject) {
        return value(
                stack, "select coalesce(settled_at::text, '') from received_mail where subject = '" + subject + "'");
    }

    private static String value(PortalStack stack, String query) {
        try (var all = stack.database().superuser();
                var rows = all.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
