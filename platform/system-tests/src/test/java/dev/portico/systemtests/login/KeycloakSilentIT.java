package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Browser;
import dev.portico.testclient.Html;
import dev.portico.testclient.PasswordPage;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak takes connections and says nothing. Only in a stack of our own. */
@ExtendWith(PortalStackExtension.class)
class KeycloakSilentIT {

    @Test
    void a_login_that_cannot_be_completed_says_when_to_try_again_and_those_logged_in_go_on(PortalStack stack)
            throws Exception {
        var keycloak = stack.own().processes().get("keycloak");
        var browser = new Browser(stack);
        browser.login("/bmc/tickets", "initech-en");
        var english = new Browser(stack, "en");
        var spanish = new Browser(stack, "es");
        var englishCallback = new PasswordPage(english.visit("/harmony/tickets")).callback(english, "acme-en");
        var spanishCallback = new PasswordPage(spanish.visit("/harmony/tickets")).callback(spanish, "acme-en");
        var api = stack.api("harmony", "acme-en");
        assertThat(api.get("/tickets").status()).isEqualTo(200);

        signal("STOP", keycloak);
        try {
            assertUnavailable(english, englishCallback, "en", "The login service does not answer at the moment.");
            assertUnavailable(
                    spanish, spanishCallback, "es", "El servicio de inicio de sesión no responde en este momento.");
            assertThat(browser.get("/bmc/tickets").status())
                    .as("logged in before")
                    .isEqualTo(200);
            assertThat(api.get("/tickets").status()).as("a token known before").isEqualTo(200);
            assertThat(browser.get("/harmony").status()).isEqualTo(200);
            assertThat(stack.anonymous().get("/harmony/api/v1/tickets").status())
                    .isEqualTo(401);
            assertThat(browser.post("/bmc/logout", Map.of()).status()).isEqualTo(303);
            assertThat(browser.get("/bmc/tickets").status())
                    .as("logged out here")
                    .isEqualTo(303);
        } finally {
            signal("CONT", keycloak);
        }
        assertThat(new Browser(stack).login("/harmony/tickets", "acme-en").status())
                .isEqualTo(200);
    }

    private static void assertUnavailable(Browser browser, String callback, String language, String says) {
        var answer = browser.get(callback);
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).get().asString().matches("[1-9][0-9]*");
        assertThat(Html.of(answer).language()).isEqualTo(language);
        assertThat(answer.body()).contains(says).doesNotContain("Exception");
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }
}
