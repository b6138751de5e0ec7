package dev.portico.testclient;

import dev.portico.launcher.keycloak.DemoAccount;
import java.util.Map;

/** Keycloak's page that asks for a password. */
public record PasswordPage(Answer answer) {
    public PasswordPage {
        if (!is(answer)) {
            throw new AssertionError("No login page: " + answer.response().uri() + "\n" + answer.body());
        }
    }

    public static boolean is(Answer answer) {
        return answer.response().uri().getPath().startsWith("/realms/")
                && answer.body().contains("id=\"kc-form-login\"");
    }

    public String realm() {
        return answer.response().uri().getPath().split("/", -1)[2];
    }

    public Html html() {
        return Html.of(answer);
    }

    /** @return Keycloak's answer, which leads back to the portal where the account may log in */
    public Answer submit(Browser browser, String account) {
        return browser.post(
                html().action("kc-form-login"),
                Map.of("username", account, "password", DemoAccount.PASSWORD, "credentialId", ""));
    }

    /** @return the address to which Keycloak sends the browser back, not yet visited */
    public String callback(Browser browser, String account) {
        var callback = Browser.location(submit(browser, account));
        if (!callback.contains("/login/callback?") || !callback.contains("code=") || !callback.contains("state=")) {
            throw new AssertionError("No way back to the portal: " + callback);
        }
        return callback;
    }
}
