package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.keycloak.DemoAccount;
import dev.portico.systemtests.Answer;
import java.util.Map;

/** Keycloak's page that asks for a password. */
record PasswordPage(Answer answer) {
    PasswordPage {
        assertThat(is(answer))
                .as("a login page: " + answer.response().uri() + "\n" + answer.body())
                .isTrue();
    }

    static boolean is(Answer answer) {
        return answer.response().uri().getPath().startsWith("/realms/")
                && answer.body().contains("id=\"kc-form-login\"");
    }

    String realm() {
        return answer.response().uri().getPath().split("/", -1)[2];
    }

    Html html() {
        return Html.of(answer);
    }

    /** @return Keycloak's answer, which leads back to the portal where the account may log in */
    Answer submit(Browser browser, String account) {
        return browser.post(
                html().action("kc-form-login"),
                Map.of("username", account, "password", DemoAccount.PASSWORD, "credentialId", ""));
    }

    /** @return the address to which Keycloak sends the browser back, not yet visited */
    String callback(Browser browser, String account) {
        var callback = Browser.location(submit(browser, account));
        assertThat(callback).contains("/login/callback?").contains("code=").contains("state=");
        return callback;
    }
}
