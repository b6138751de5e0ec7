package dev.portico.systemtests.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Look;
import dev.portico.systemtests.browser.Visitor;
import dev.portico.systemtests.browser.Visitors;
import dev.portico.systemtests.browser.VisitorsExtension;
import dev.portico.systemtests.page.LanguageSwitch;
import dev.portico.systemtests.rest.Cases;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** J5: an administrator gives one programme its look and its words; the others stay as they are. */
@ExtendWith({PortalStackExtension.class, VisitorsExtension.class})
class BrandingJourneyIT {
    private static final String BRANDING = "/staff/legacy/branding";
    private static final String LOGIN = "/staff/legacy/texts?origin=portal&key=common.login";
    private static final String NOT_FOUND = "/staff/legacy/texts?origin=portal&key=failure.title.not-found";
    private static final String FOOTER = "/staff/legacy/texts?origin=portal&key=mail.footer.automatic";
    private static final String CASES = "/staff/legacy/texts?origin=legacy-portal&key=help.cases";
    private static final List<String> REWORDED = List.of(LOGIN, NOT_FOUND, FOOTER, CASES);
    private static final String OWN = "Entrar <b>#{7*7}</b>";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    @Test
    void one_programme_is_branded_and_says_it_in_its_own_words(Visitors visitors, PortalStack stack) {
        var look = Look.desktop()
                .filter(desktop -> desktop.language() == Language.SPANISH)
                .findFirst()
                .orElseThrow();
        var admin = visitors.open(look).goAs("admin", BRANDING);
        var language = new LanguageSwitch(admin);
        language.choose(Language.SPANISH);
        try {
            var other = html(visitors.open(look), "/harmony");
            brand(admin.page());
            reword(admin);
            look(visitors.open(look), stack);
            assertThat(html(visitors.open(look), "/harmony")).isEqualTo(other);
            admin.go("/staff/audit");
            assertThat(admin.page().locator("tbody")).containsText("Imagen de marca cambiada");
            assertThat(admin.page().locator("tbody")).containsText("portal common.login");
        } finally {
            restore(admin);
            language.choose(Language.ENGLISH);
        }
        assertThat(html(visitors.open(look), "/legacy")).doesNotContain("Entrar", "Pie propio", "/logo/");
    }

    private static void brand(Page page) {
        page.locator("#brand").fill("#f59e0b");
        page.locator("#footer-es").fill("Pie propio");
        page.locator("#link-0-href").fill("https://legal.example/");
        page.locator("#link-0-en").fill("Legal notice");
        page.locator("#link-0-es").fill("Aviso legal");
        page.locator("#save").click();
        var problem = page.locator("#brand-error");
        assertThat(problem).containsText("2,14:1");
        assertThat(page.locator("#footer-es")).hasValue("Pie propio");

        var nearest = COLOUR.matcher(problem.textContent());
        assertThat(nearest.find()).isTrue();
        page.locator("#brand").fill(nearest.group());
        page.locator("#save").click();
        assertThat(page.locator(".notices")).containsText("está guardada");
        page.locator("#logo")
                .setInputFiles(new FilePayload("logo.svg", "image/png", "<svg/>".getBytes(StandardCharsets.UTF_8)));
        page.locator("#save-logo").click();
        assertThat(page.locator("#logo-error")).containsText("no es una imagen");
        page.locator("#logo").setInputFiles(new FilePayload("logo.png", "image/png", png()));
        page.locator("#save-logo").click();
        assertThat(page.locator(".logo-preview")).isVisible();
    }

    private static void reword(Visitor admin) {
        var page = admin.page();
        admin.go("/staff/legacy/texts?q=iniciar+sesion");
        page.locator("a.link").getByText("common.login").first().click();
        page.locator("#text-es").fill("Entrar {nobody}");
        page.locator("#save").click();
        assertThat(page.locator("#text-es-error")).containsText("{nobody}");
        assertThat(page.locator("#text-es")).hasValue("Entrar {nobody}");
        page.locator("#text-es").fill("Entrar <b>#'{7*7}'</b>");
        page.locator("#save").click();
        assertThat(page.locator(".notices")).containsText("common.login");
        say(admin, NOT_FOUND, "Aquí nadie responde");
        say(admin, FOOTER, "{tenant}: pie <i>propio</i>");
        say(admin, CASES, "Incidencias");
    }

    private static void say(Visitor admin, String text, String spanish) {
        var page = admin.go(text).page();
        page.locator("#text-es").fill(spanish);
        page.locator("#save").click();
        assertThat(page.locator(".notices")).isVisible();
    }

    private static void look(Visitor customer, PortalStack stack) {
        var page = customer.go("/legacy").page();
        assertThat(page.locator("html")).hasAttribute("style", Pattern.compile("--brand:#a46a07"));
        assertThat(page.locator(".site-foot")).containsText("Pie propio");
        assertThat(page.locator(".site-foot a")).hasAttribute("href", "https://legal.example/");
        assertThat((Integer) page.locator(".brand-logo").evaluate("image => image.naturalWidth"))
                .isEqualTo(4);
        assertThat(page.locator(".appbar").getByText(OWN)).isVisible();
        assertThat(page.locator("main")).containsText("Incidencias");
        assertThat(page.locator("main")).not().containsText("Casos de soporte");
        answersInItsOwnWords(stack);
    }

    private static void answersInItsOwnWords(PortalStack stack) {
        var api = stack.api("legacy", "umbrella-es");
        var absent = api.with("Accept-Language", "es").get("/tickets/999999999");
        assertThat(absent.object().getString("title")).isEqualTo("Aquí nadie responde");
        var english = api.with("Accept-Language", "en").get("/tickets/999999999");
        assertThat(english.object().getString("title")).isEqualTo("There is nothing here");

        var subject = Cases.word();
        var type = api.get("/ticket-types").array().getJsonObject(0).getString("id");
        Cases.file(api, Cases.body(subject).add("type", type).add("version", "10.x"));
        var mail = stack.mails().waitFor("umbrella-es@umbrella.example", found -> found.subject()
                .contains(subject));
        assertThat(mail.text()).contains("Portal de soporte anterior: pie <i>propio</i>");
        assertThat(mail.html()).contains("pie &lt;i&gt;propio&lt;/i&gt;");
    }

    private static void restore(Visitor admin) {
        var page = admin.page();
        for (var text : REWORDED) {
            admin.go(text);
            if (page.locator("#reset").isVisible()) {
                page.locator("#reset").click();
                assertThat(page.locator(".notices")).isVisible();
            }
        }
        admin.go(BRANDING);
        if (page.locator("#remove-logo").isVisible()) {
            page.locator("#remove-logo").click();
            assertThat(page.locator(".logo-preview")).hasCount(0);
        }
        page.locator("#brand").fill("#0f766e");
        for (var field : new String[] {"footer-es", "link-0-href", "link-0-en", "link-0-es"}) {
            page.locator("#" + field).fill("");
        }
        page.locator("#save").click();
        assertThat(page.locator(".notices")).isVisible();
    }

    /** What stands in a page for everybody, whoever asks and whenever. */
    private static String html(Visitor visitor, String path) {
        var page = visitor.go(path).page();
        return page.locator("html").getAttribute("style")
                + page.locator("body").innerText()
                + page.locator(".brand").innerHTML();
    }

    private static byte[] png() {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
