package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.LanguageSwitch;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator of the platform trusts a publisher by a file, and thinks better of it (J1). */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class PublisherJourneyIT {
    @Test
    void a_key_is_trusted_by_its_file_and_removed_after_a_question(Visitors visitors) throws IOException {
        var look = Look.desktop()
                .filter(desktop -> desktop.language() == Language.SPANISH)
                .findFirst()
                .orElseThrow();
        var admin = visitors.open(look).goAs("admin", "/staff/plugins/publishers");
        var language = new LanguageSwitch(admin);
        language.choose(Language.SPANISH);
        try {
            journey(admin.page());
        } finally {
            language.choose(Language.ENGLISH);
        }
    }

    private static void journey(Page page) throws IOException {
        page.locator("#file").setInputFiles(new FilePayload("plugins.pem", "", pem()));
        page.locator("#pin-key").click();
        assertThat(page.locator(".error-summary")).containsText("Escribe un nombre");
        assertThat(page.locator("#certificate")).hasValue(Pattern.compile("^-----BEGIN"));

        page.locator("#publisher").fill("Ejemplo S.A.");
        page.locator("#pin-key").click();
        assertThat(page.locator(".notices")).containsText("Se confía en «Ejemplo S.A.»");
        var card = page.locator("#keys section").filter(new Locator.FilterOptions().setHasText("Ejemplo S.A."));
        assertThat(card).containsText("0a1ba8a7a46b");

        card.getByText("Quitar").click();
        var question = page.locator("dialog[open]");
        assertThat(question).containsText("¿Dejar de confiar en esta clave de «Ejemplo S.A.»?");
        question.locator("button[value=confirmed]").click();
        assertThat(page.locator(".notices")).containsText("Ya no se confía");
        assertThat(card).hasCount(0);
    }

    private static byte[] pem() throws IOException {
        try (var stream = PortalStack.class.getResourceAsStream("publisher.pem")) {
            return stream.readAllBytes();
        }
    }
}
