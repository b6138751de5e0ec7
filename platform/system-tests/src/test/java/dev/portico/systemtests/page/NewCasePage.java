package dev.portico.systemtests.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.portico.systemtests.browser.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The form of a new case. */
public final class NewCasePage {
    private static final String DROP = """
            (zone, [name, text]) => {
                const files = new DataTransfer();
                files.items.add(new File([text], name, { type: "text/plain" }));
                zone.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
            }""";
    private static final String PASTE = """
            (field, [name, text]) => {
                const files = new DataTransfer();
                files.items.add(new File([text], name, { type: "text/plain" }));
                field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: files, bubbles: true, cancelable: true }));
            }""";

    private final Visitor visitor;
    private final Page page;

    public NewCasePage(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
    }

    /** Also discards the files of a draft that an earlier visit has left. */
    public NewCasePage fill(String subject, String description) {
        var rows = page.locator(".file-row");
        for (var left = rows.count(); left > 0; left--) {
            rows.first().getByRole(AriaRole.BUTTON).click();
            assertThat(rows).hasCount(left - 1);
        }
        product().selectOption("integration-studio");
        subject().fill(subject);
        description().fill(description);
        chooseSeverity(2);
        return this;
    }

    public Locator product() {
        return page.getByLabel(visitor.say("Product", "Producto"));
    }

    public Locator subject() {
        return page.getByLabel(visitor.say("Subject", "Asunto"));
    }

    public Locator description() {
        return page.getByLabel(visitor.say("Description", "Descripción"));
    }

    public Locator severity(int level) {
        var label = Pattern.compile("^" + level + " \\(");
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(label));
    }

    /** As people do it, by the label. */
    public void chooseSeverity(int level) {
        page.locator("label[for=severity-" + level + "]").click();
        assertThat(severity(level)).isChecked();
    }

    public NewCasePage choose(String name, String text) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public NewCasePage drop(String name, String text) {
        page.locator(".dropzone").evaluate(DROP, new String[] {name, text});
        return this;
    }

    public NewCasePage paste(String name, String text) {
        description().evaluate(PASTE, new String[] {name, text});
        return this;
    }

    public NewCasePage awaitUploads(int count) {
        assertThat(page.locator(".file-row.is-done")).hasCount(count);
        return this;
    }

    public NewCasePage awaitDraft() {
        assertThat(page.locator("[data-draft-hint]")).hasText(visitor.say("Draft saved", "Borrador guardado"));
        return this;
    }

    public Locator submitButton() {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions()
                        .setName(visitor.say("Submit", "Enviar"))
                        .setExact(true));
    }

    /** Submits and reads the number of the case that this made. */
    public CasePage submit() {
        submitButton().click();
        return CasePage.opened(visitor);
    }

    public Locator errorSummary() {
        return page.locator(".error-summary");
    }
}
