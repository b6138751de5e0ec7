package dev.portico.systemtests.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.portico.systemtests.browser.Visitor;

/** A case as an agent sees it. */
public final class StaffCasePage {
    private final Page page;

    public StaffCasePage(Visitor agent) {
        this.page = agent.page();
    }

    public void reply(String text) {
        send("reply", text);
    }

    public void note(String text) {
        send("note", text);
    }

    private void send(String kind, String text) {
        page.locator("label:has(input[name=field-kind][value=" + kind + "])").click();
        page.locator("#text").fill(text);
        page.locator("#send").click();
        assertThat(page.locator(".thread")).containsText(text);
    }
}
