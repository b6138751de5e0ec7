package dev.portico.systemtests.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.portico.systemtests.browser.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A case as its customer sees it. */
public final class CasePage {
    private static final Pattern ADDRESS = Pattern.compile(".*/tickets/([0-9]+)(\\?.*)?$");

    private final Visitor visitor;
    private final Page page;
    private final String number;

    private CasePage(Visitor visitor, String number) {
        this.visitor = visitor;
        this.page = visitor.page();
        this.number = number;
    }

    /** Waits until the visitor is on a case's page. */
    public static CasePage opened(Visitor visitor) {
        visitor.page().waitForURL(ADDRESS);
        var matcher = ADDRESS.matcher(visitor.page().url());
        matcher.matches();
        return new CasePage(visitor, matcher.group(1));
    }

    public String number() {
        return number;
    }

    public Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    public Locator notice() {
        return page.getByRole(AriaRole.STATUS).and(page.locator(".callout"));
    }

    public Locator conversation() {
        return page.locator(".thread");
    }

    public Locator attachments() {
        return page.locator(".attachments a.attachment");
    }

    public Locator state() {
        return page.locator(".case-bar");
    }

    public void comment(String text) {
        page.getByText(visitor.say("Add Comment", "Agregar Comentario"), exactly())
                .click();
        page.locator("#text").fill(text);
        page.locator("#say").click();
        assertThat(conversation()).containsText(text);
    }

    public void attach(String name, String text) {
        page.getByText(visitor.say("Add Attachment", "Agregar Adjunto"), exactly())
                .click();
        page.locator("#files")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".file-row.is-done")).hasCount(1);
        page.locator("#attach").click();
        assertThat(attachments().filter(new Locator.FilterOptions().setHasText(name)))
                .hasCount(1);
    }

    public Locator activity() {
        return page.getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName(visitor.say("Activity History", "Historial de Actividad")));
    }

    public Locator closeButton() {
        return page.locator("#close");
    }

    public void close() {
        closeButton().click();
        var dialog = page.getByRole(AriaRole.ALERTDIALOG).or(page.getByRole(AriaRole.DIALOG));
        assertThat(dialog).isVisible();
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(visitor.say("Close Case", "Cerrar Caso"))
                                .setExact(true))
                .click();
        assertThat(state()).containsText(visitor.say("Closed", "Cerrado"));
    }

    public Locator followUp() {
        return page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName(visitor.say("Create a follow-up", "Crear un caso de seguimiento")));
    }

    public void back() {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(visitor.say("Back to Cases List", "Volver a la lista de casos")))
                .click();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
