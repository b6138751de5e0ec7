package dev.portico.systemtests.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.portico.systemtests.browser.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** My Cases. */
public final class CaseListPage {
    private final Visitor visitor;
    private final Page page;

    public CaseListPage(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
    }

    public Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    public Locator row(String number) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(number).setExact(true))));
    }

    public CasePage open(String number) {
        row(number)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(number).setExact(true))
                .click();
        return CasePage.opened(visitor);
    }

    public NewCasePage create() {
        page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.LINK, new Locator.GetByRoleOptions().setName(visitor.say("Create Case", "Crear Caso")))
                .click();
        return new NewCasePage(visitor);
    }

    public void filter(String name) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .click();
    }

    public void search(String keyword) {
        page.getByRole(AriaRole.SEARCHBOX).fill(keyword);
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");
        page.waitForURL(url -> url.contains("q=") && url.contains(URLEncoder.encode(keyword, StandardCharsets.UTF_8)));
    }
}
