package dev.portico.systemtests.status;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.portico.systemtests.status.FeedKindIT.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.launcher.mail.StoredMail;
import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.CasePage;
import dev.portico.systemtests.page.NewCasePage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What customers see and are told of a provider's incident, from its beginning to its end (F1, F2, F3). */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class SystemStatusIT {
    private static final String API = "/api/v2/";
    private static final String NO_MAINTENANCE = """
            {"page": {"id": "acmestatus01", "name": "Acme Cloud", "url": "https://status.acme.example",
             "time_zone": "Etc/UTC", "updated_at": "2026-03-01T08:00:00.000Z"}, "scheduled_maintenances": []}""";
    private static final String TITLE = "API requests fail";
    private static final String STATUS = "/status";
    private static final String STALE = "Puede que esto no esté al día";
    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s/]+(/legacy/subscriptions/system-status/confirm/\\S+)");

    private final Provider provider = new Provider();

    @BeforeEach
    void quiet() {
        publish("summary-quiet.json", "incidents-quiet.json");
        provider.publish(API + "scheduled-maintenances.json", "application/json", NO_MAINTENANCE);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void an_incident_is_shown_told_joined_and_over(PortalStack stack, Visitors visitors) {
        var subscriber = "estado-" + UUID.randomUUID() + "@example.com";
        try (var tenant = new FollowingTenant(stack, "legacy").follow("statuspageUrl", provider.origin())) {
            tenant.awaitPage("es", STATUS, "Todavía no se ha podido leer");
            assertThat(provider.calls(API + "summary.json"))
                    .as("nobody has allowed a local address")
                    .isEmpty();
            try (var origin = new AllowedOrigin(stack, provider.origin())) {
                tenant.awaitPage("es", STATUS, "Todos los sistemas están operativos");
                subscribe(visitors.open(new Look(Language.SPANISH, Look.PHONE)), stack, subscriber);

                publish("summary-incident.json", "incidents-quiet.json");
                tenant.awaitPage("es", STATUS, TITLE);
                told(stack, subscriber, "Nuevo incidente: " + TITLE);
                var customer = visitors.open(new Look(Language.SPANISH, Look.DESKTOP));
                var theCase = join(customer);

                publish("summary-identified.json", "incidents-identified.json");
                told(stack, subscriber, "Novedad: " + TITLE);
                told(stack, "umbrella-es@umbrella.example", "[" + theCase.number() + "]", TITLE);

                failAndRecover(tenant);

                publish("summary-resolved.json", "incidents-resolved.json");
                told(stack, subscriber, "Resuelto: " + TITLE);
                tenant.awaitPage("es", STATUS, "Todos los sistemas están operativos");
                customer.go("/legacy/tickets");
                assertThat(banner(customer)).hasCount(0);
                assertThat(notices(stack, subscriber))
                        .as("each change is told once")
                        .containsExactlyInAnyOrder(
                                "Nuevo incidente: " + TITLE, "Novedad: " + TITLE, "Resuelto: " + TITLE);
            }
        }
    }

    private void publish(String summary, String incidents) {
        provider.publish(API + "incidents.json", "application/json", document(incidents));
        provider.publish(API + "summary.json", "application/json", document(summary));
    }

    private static void subscribe(Visitor visitor, PortalStack stack, String address) {
        visitor.go("/legacy" + STATUS);
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Suscribirse"))
                .click();
        visitor.page().locator("#email").fill(address);
        visitor.page().locator("main form button[type=submit]").click();
        assertThat(visitor.page().getByRole(AriaRole.STATUS)).isVisible();
        var mail = stack.mails().waitFor(address, any -> true);
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        visitor.go(link.group(1));
        visitor.page().locator("main form button[type=submit]").click();
        assertThat(visitor.page().getByRole(AriaRole.STATUS)).isVisible();
    }

    private static CasePage join(Visitor customer) {
        customer.goAs("umbrella-es", "/legacy/tickets");
        assertThat(banner(customer)).containsText(TITLE);
        banner(customer).getByRole(AriaRole.LINK).click();
        assertThat(customer.page().locator("h1")).containsText(TITLE);
        customer.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Me afecta"))
                .click();
        var form = new NewCasePage(customer);
        var affected = customer.page().getByLabel(TITLE);
        assertThat(affected).isChecked();
        form.product().selectOption("agents");
        form.subject().fill("Nothing works " + UUID.randomUUID());
        form.description().fill("Nothing at all.");
        form.chooseSeverity(4);
        customer.page().getByLabel("Versión de Jitterbit").fill("10.x");
        var theCase = form.submit();
        assertThat(customer.page().locator("section[aria-labelledby=issues-title]"))
                .containsText(TITLE);
        return theCase;
    }

    private static Locator banner(Visitor customer) {
        return customer.page().locator(".notice-bar").filter(new Locator.FilterOptions().setHasText(TITLE));
    }

    private void failAndRecover(FollowingTenant tenant) {
        var failures = new ArrayList<>(Provider.failures("application/json"));
        failures.add(Provider::silent);
        failures.add(Provider::brokenOff);
        for (var failure : failures) {
            provider.reply(failure);
            tenant.awaitPage("es", STATUS, STALE);
            assertThat(tenant.page("es", STATUS)).contains(TITLE);
            publish("summary-identified.json", "incidents-identified.json");
            provider.publish(API + "scheduled-maintenances.json", "application/json", NO_MAINTENANCE);
            tenant.awaitPageWithout("es", STATUS, STALE);
        }
        assertThat(Waiting.until(
                        () -> provider.calls(API + "summary.json").stream()
                                .anyMatch(call -> call.conditional() && call.status() == 304),
                        Duration.ofSeconds(30)))
                .isTrue();
    }

    private static void told(PortalStack stack, String address, String... parts) {
        stack.mails().waitFor(address, mail -> List.of(parts).stream()
                .allMatch(part -> mail.subject().contains(part)));
    }

    private static List<String> notices(PortalStack stack, String address) {
        return stack.mails().to(address).stream()
                .map(StoredMail::subject)
                .filter(subject -> subject.contains(TITLE))
                .toList();
    }
}
