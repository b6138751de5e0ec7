package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.LanguageSwitch;
import dev.portico.systemtests.page.NewCasePage;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator changes a desk's settings and thinks better of it (J2, J4). */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class PluginSettingsJourneyIT {
    private static final String PLUGIN = "/staff/legacy/plugins/legacy-portal";

    @Test
    void a_product_that_is_added_is_offered_to_customers_audited_and_taken_back(Visitors visitors) {
        var look = Look.desktop()
                .filter(desktop -> desktop.language() == Language.SPANISH)
                .findFirst()
                .orElseThrow();
        var admin = visitors.open(look).goAs("admin", PLUGIN);
        var language = new LanguageSwitch(admin);
        language.choose(Language.SPANISH);
        try {
            journey(admin, visitors.open(look).goAs(look.language().umbrella(), "/legacy/tickets/new"));
        } finally {
            language.choose(Language.ENGLISH);
        }
    }

    private static void journey(Visitor admin, Visitor customer) {
        var product = "Producto " + UUID.randomUUID();
        var page = admin.page();
        var versions = page.locator("#history tbody tr");
        add(page, "", product);
        assertThat(page.locator(".error-summary")).containsText("Escribe una etiqueta en inglés");
        assertThat(page.locator("[name=s-products-es]").nth(7)).hasValue(product);

        page.locator("[name=s-products-en]").nth(7).fill("Product");
        page.locator("#save").click();
        assertThat(page.getByText("está guardada")).isVisible();
        versions.first().locator("summary").click();
        assertThat(versions.first()).containsText(product);
        customer.page().reload();
        assertThat(offered(customer, product)).hasCount(1);

        admin.go("/staff/audit");
        var entry = page.locator("tbody tr").first();
        assertThat(entry).containsText("Configuración cambiada");
        entry.locator("summary").click();
        assertThat(entry).containsText(product);

        admin.go(PLUGIN);
        versions.nth(1)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Restaurar"))
                .click();
        page.locator("#restore-asked button[value=confirmed]").click();
        assertThat(page.getByText("está restaurada")).isVisible();
        customer.page().reload();
        assertThat(new NewCasePage(customer).product()).isVisible();
        assertThat(offered(customer, product)).hasCount(0);
    }

    private static void add(Page page, String english, String spanish) {
        var rows = page.locator("[name=s-products-en]");
        var blank = rows.count() - 1;
        rows.nth(blank).fill(english);
        page.locator("[name=s-products-es]").nth(blank).fill(spanish);
        page.locator("#save").click();
    }

    private static Locator offered(Visitor customer, String product) {
        return customer.page().locator("option").filter(new Locator.FilterOptions().setHasText(product));
    }
}
