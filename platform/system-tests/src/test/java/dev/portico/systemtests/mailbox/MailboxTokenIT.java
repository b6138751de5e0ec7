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
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.LanguageSwitch;
import dev.portico.systemtests.rest.Cases;
import dev.portico.systemtests.status.AllowedOrigin;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A mailbox that opens with access tokens (H1): Keycloak gives them, and the stack's mail server asks it whose they are.
 */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class MailboxTokenIT {
    private static final String RECEIVED = "/staff/harmony/received-mails";
    private static final String CLIENTS = Cases.word() + "@harmony.localhost";
    private static final String OWNERS = Cases.word() + "@harmony.localhost";

    private static MailRealm realm;

    @BeforeAll
    static void start(PortalStack stack) {
        // Whoever has never logged in is nobody whom the portal knows.
        stack.api("harmony", "acme-es").get("/tickets");
        realm = new MailRealm(stack, CLIENTS, OWNERS);
    }

    @AfterAll
    static void stop() {
        realm.close();
    }

    @Test
    void a_client_opens_a_mailbox_in_its_own_name(PortalStack stack, Visitors visitors) throws Exception {
        mail(CLIENTS).send(stack);
        inSpanish(visitors, page -> {
            begin(page, stack, CLIENTS);
            assertThat(page.locator("#token-address")).isHidden();
            page.locator("label[for=authentication-tokens]").click();
            assertThat(page.locator("#secret-password")).isHidden();
            page.locator("#save").click();
            assertThat(page.locator("#token-address-error")).containsText("con https://");
            assertThat(page.locator("#client-id-error")).not().isEmpty();
            assertThat(page.locator("#secret-client-error")).containsText("Escribe el secreto");

            client(page, "wrong");
            fails(page, "#token-address", "sea p\u00fablica");
            try (var allowed = new AllowedOrigin(stack, stack.keycloakUrl())) {
                whateverIsWrongIsSaidAtItsField(page);
                works(page, "La carpeta tiene 1 correo.");
                page.locator("#save").click();
                page.waitForURL(url -> url.endsWith(RECEIVED));
                isTaken(mail(CLIENTS), stack);

                realm.withdraw();
                interrupt(stack);
                isTaken(mail(CLIENTS), stack);
                realm.shorten(4);
                realm.withdraw();
                interrupt(stack);
                isTaken(mail(CLIENTS), stack);
                pause(5);
                interrupt(stack);
                isTaken(mail(CLIENTS), stack);

                open(page, CLIENTS);
                theSecretGoesNowhereElse(page);
                page.locator("#disable").click();
                page.locator("dialog[open] button[value=confirmed]").click();
                page.waitForURL(url -> url.endsWith(RECEIVED));
            }
        });
        assertThat(value(
                        stack,
                        "select count(*) from mailbox where secret not like '%" + MailRealm.SECRET
                                + "%' and secret <> '' and address = '" + CLIENTS
                                + "' and authentication = 'OAUTH2' and refresh_token = ''"))
                .isEqualTo("1");
    }

    private static void whateverIsWrongIsSaidAtItsField(Page page) {
        fails(page, "#client-id", "No se acepta");
        assertThat(page.locator("#secret-client-error")).containsText("No se acepta");
        assertThat(page.locator("[lang=en] code")).containsText("client");
        page.locator("#secret-client").fill(MailRealm.SECRET);
        page.locator("#scope").fill("openid nonsense");
        fails(page, "#scope", "\u00e1mbito no existe");
        page.locator("#scope").fill(MailRealm.SCOPE);
        page.locator("#token-address").fill(realm.tokenAddress() + "s");
        fails(page, "#token-address", "no responde");
        page.locator("#token-address").fill(realm.tokenAddress());
        page.locator("#login").fill("support@bmc.localhost");
        fails(page, "#login", "lo rechaza");
        page.locator("#login").fill(CLIENTS);
    }

    private static void theSecretGoesNowhereElse(Page page) {
        page.locator("#token-address").fill("https://login.example.com/token");
        for (var button : new String[] {"#test", "#save"}) {
            page.locator(button).click();
            assertThat(page.locator("#secret-client-error")).containsText("Escribe de nuevo");
        }
        page.navigate(page.url());
        page.locator("#host").fill("localhost");
        for (var button : new String[] {"#test", "#save"}) {
            page.locator(button).click();
            assertThat(page.locator("#secret-client-error")).containsText("Escribe de nuevo");
        }
        page.navigate(page.url());
    }

    @Test
    void a_refresh_token_is_exchanged_and_replaced_once_it_is_withdrawn(PortalStack stack, Visitors visitors)
            throws Exception {
        mail(OWNERS).send(stack);
        inSpanish(visitors, page -> {
            try (var allowed = new AllowedOrigin(stack, stack.keycloakUrl())) {
                realm.shorten(4);
                begin(page, stack, OWNERS);
                page.locator("label[for=authentication-tokens]").click();
                client(page, MailRealm.SECRET);
                page.locator("#scope").fill(MailRealm.SCOPE);
                var typed = realm.refreshToken();
                page.locator("#secret-refresh-token").fill(typed);
                // Each try uses up the token that the one before got for it, and so does what is saved.
                for (var time = 0; time < 2; time++) {
                    works(page, "La carpeta tiene 1 correo.");
                }
                page.locator("#address").fill("nobody");
                page.locator("#save").click();
                assertThat(page.locator("#address-error")).not().isEmpty();
                page.locator("#address").fill(OWNERS);
                page.locator("#secret-client").fill(MailRealm.SECRET);
                page.locator("#save").click();
                page.waitForURL(url -> url.endsWith(RECEIVED));
                isTaken(mail(OWNERS), stack);

                var first = stored(stack);
                // A token of this kind is a signed text: the other one begins in the same way.
                assertThat(first).isNotEmpty().doesNotContain(typed.substring(0, typed.indexOf('.')));
                pause(5);
                interrupt(stack);
                assertThat(Waiting.until(() -> !stored(stack).equals(first), PortalStack.patience()))
                        .isTrue();
                isTaken(mail(OWNERS), stack);
                open(page, OWNERS);
                assertThat(page.locator("#secret-refresh-token")).hasValue("");
                // Somebody else asks with it, for whom it may count.
                asking(stack, "now() + interval '1 hour'");
                page.locator("#test").click();
                assertThat(page.locator("main")).containsText("se prueban demasiadas conexiones");
                asking(stack, "null");
                works(page, "La conexi\u00f3n funciona");
                pause(5);
                interrupt(stack);
                isTaken(mail(OWNERS), stack);

                withdrawnAndReplaced(page, stack);
                page.locator("#without-refresh-token").check();
                // The client's own account owns another mailbox.
                fails(page, "#login", "lo rechaza");
                page.navigate(page.url());
                page.locator("#disable").click();
                page.locator("dialog[open] button[value=confirmed]").click();
                page.waitForURL(url -> url.endsWith(RECEIVED));
            }
        });
    }

    private static void withdrawnAndReplaced(Page page, PortalStack stack) {
        pause(5);
        realm.withdraw();
        interrupt(stack);
        var waiting = sent(mail(OWNERS), stack);
        assertThat(Waiting.until(
                        () -> value(stack, "select coalesce(problem, '') from mailbox where login = '" + OWNERS + "'")
                                .equals("REFRESH_TOKEN"),
                        PortalStack.patience()))
                .isTrue();
        page.navigate(stack.portalUrl() + RECEIVED);
        assertThat(entry(page, OWNERS)).containsText("El token de actualizaci\u00f3n ha caducado o se retir\u00f3");
        assertThat(waiting.fates(stack)).isEmpty();

        open(page, OWNERS);
        fails(page, "#secret-refresh-token", "ya no se acepta");
        page.locator("#secret-refresh-token").fill(realm.refreshToken());
        page.locator("#save").click();
        page.waitForURL(url -> url.endsWith(RECEIVED));
        assertThat(waiting.fate(stack).outcome()).isEqualTo("TICKET");
        page.reload();
        assertThat(entry(page, OWNERS)).containsText("Funciona");
        open(page, OWNERS);
    }

    private static void begin(Page page, PortalStack stack, String address) {
        page.locator("#mailboxes + a").click();
        page.locator("#address").fill(address);
        page.locator("#host").fill("127.0.0.1");
        page.locator("#security").selectOption("NONE");
        page.locator("#port")
                .fill(value(stack, "select port from mailbox where tenant_id = 'harmony' and id = 'demo'"));
        page.locator("#login").fill(address);
    }

    private static void client(Page page, String secret) {
        page.locator("#token-address").fill(realm.tokenAddress());
        page.locator("#client-id").fill(MailRealm.CLIENT);
        page.locator("#secret-client").fill(secret);
    }

    private static void fails(Page page, String field, String words) {
        page.locator("#test").click();
        assertThat(page.locator(field + "-error")).containsText(words);
        assertThat(page.locator(".callout[role=status]")).hasCount(0);
    }

    private static void works(Page page, String words) {
        // Of the try before.
        page.locator(".callout[role=status]").evaluateAll("all => all.forEach(one => one.remove())");
        page.locator("#test").click();
        assertThat(page.locator(".callout[role=status]")).containsText(words);
    }

    private static Locator entry(Page page, String address) {
        return page.locator(".states li").filter(new Locator.FilterOptions().setHasText(address));
    }

    private static void open(Page page, String address) {
        entry(page, address).locator("a").click();
        assertThat(page.locator("#address")).hasValue(address);
    }

    /** Whoever is connected to the mail server has to log in again. */
    private static void interrupt(PortalStack stack) {
        stack.own().stopSmtp();
        stack.own().startSmtp();
    }

    private static void pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void inSpanish(Visitors visitors, Consumer<Page> deed) {
        var admin = visitors.open(new Look(Language.SPANISH, Look.PHONE)).goAs("admin", RECEIVED);
        var language = new LanguageSwitch(admin);
        language.choose(Language.SPANISH);
        try {
            deed.accept(admin.page());
        } finally {
            language.choose(Language.ENGLISH);
        }
    }

    private static void isTaken(SentMail mail, PortalStack stack) {
        assertThat(sent(mail, stack).fate(stack).outcome()).isEqualTo("TICKET");
    }

    private static SentMail mail(String to) {
        return SentMail.of("acme-es@acme.example", to, Cases.word()).text("Hola");
    }

    private static SentMail sent(SentMail mail, PortalStack stack) {
        try {
            return mail.send(stack);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The refresh token, sealed. */
    private static String stored(PortalStack stack) {
        return value(stack, "select refresh_token from mailbox where login = '" + OWNERS + "'");
    }

    private static void asking(PortalStack stack, String until) {
        value(stack, "update mailbox set asking_until = " + until + " where login = '" + OWNERS + "' returning id");
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
