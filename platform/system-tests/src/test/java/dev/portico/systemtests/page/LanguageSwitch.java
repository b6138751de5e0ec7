package dev.portico.systemtests.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.systemtests.browser.Language;
import dev.portico.systemtests.browser.Visitor;

/** On every page. For somebody logged in, the choice is kept in the profile and so outlives a test. */
public record LanguageSwitch(Visitor visitor) {

    /** On a phone only the other languages are offered. */
    public void choose(Language language) {
        if (language.tag().equals(visitor.page().locator("html").getAttribute("lang"))) {
            return;
        }
        visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(language == Language.ENGLISH ? "English" : "Español")
                                .setExact(true))
                .click();
        assertSpeaks(language);
    }

    public void assertSpeaks(Language language) {
        assertThat(visitor.page().locator("html")).hasAttribute("lang", language.tag());
    }
}
