package dev.portico.systemtests.page;

import com.microsoft.playwright.Page;
import dev.portico.launcher.keycloak.DemoAccount;

/** Keycloak's. */
public record LoginPage(Page page) {

    public void login(String account) {
        page.fill("#username", account);
        page.fill("#password", DemoAccount.PASSWORD);
        page.click("#kc-login");
    }
}
