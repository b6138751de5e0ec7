package dev.portico.systemtests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.testclient.Browser;
import dev.portico.testclient.Html;
import dev.portico.testclient.PasswordPage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalStackExtension.class)
class RealmsIT {
    private static final String HARMONY = "Grace Miller";
    private static final String BMC = "Olivia Bennett";
    private static final String STAFF = "Daniel Ortega";

    @Test
    void a_customer_of_one_tenant_is_a_stranger_everywhere_else(PortalStack stack) {
        var browser = new Browser(stack);
        browser.login("/harmony/tickets", "acme-en");
        for (var other : new String[] {"bmc", "app-builder", "legacy", "data-loader"}) {
            // Where there is no desk, no page asks for a login by itself.
            var page = other.equals("data-loader") ? "/login" : "/tickets";
            assertThat(new PasswordPage(browser.visit("/" + other + page)).realm())
                    .isEqualTo(other);
            assertThat(browser.visit("/" + other).body())
                    .doesNotContain(HARMONY)
                    .doesNotContain("acme-en@");
        }
        assertThat(new PasswordPage(browser.visit("/staff/tickets")).realm()).isEqualTo("staff");
        assertThat(new PasswordPage(browser.visit("/staff")).realm()).isEqualTo("staff");
        assertThat(browser.visit("/").body()).doesNotContain(HARMONY);
        assertThat(Html.of(browser.visit("/harmony")).user()).contains(HARMONY);
    }

    @Test
    void staff_are_strangers_on_a_tenants_own_pages(PortalStack stack) {
        var browser = new Browser(stack);
        browser.login("/staff/tickets", "agent");
        assertThat(new PasswordPage(browser.visit("/harmony/tickets")).realm()).isEqualTo("harmony");
        assertThat(browser.visit("/harmony").body()).doesNotContain(STAFF);
    }

    @Test
    void an_account_of_one_realm_has_no_password_at_another(PortalStack stack) {
        var browser = new Browser(stack);
        var page = new PasswordPage(browser.visit("/bmc/tickets"));
        var refused = page.submit(browser, "acme-en");
        assertThat(PasswordPage.is(refused)).isTrue();
    }

    @Test
    void one_browser_holds_a_login_for_each_realm_and_each_area_sees_only_its_own(PortalStack stack) {
        var browser = everywhere(stack);
        for (int visit = 0; visit < 2; visit++) {
            assertThat(Html.of(browser.get("/harmony/tickets")).user()).contains(HARMONY);
            assertThat(Html.of(browser.get("/bmc/tickets")).user()).contains(BMC);
            assertThat(Html.of(browser.get("/staff/tickets")).user()).contains(STAFF);
        }
        assertThat(browser.get("/harmony/tickets").body()).doesNotContain(BMC, STAFF);
        assertThat(browser.get("/bmc/tickets").body()).doesNotContain(HARMONY, STAFF);
        assertThat(Html.of(browser.get("/")).user()).isEmpty();
    }

    @Test
    void logging_out_of_one_realm_leaves_the_others(PortalStack stack) {
        var browser = everywhere(stack);
        browser.follow(browser.post("/bmc/logout", Map.of()));
        assertThat(browser.opens("/bmc/tickets")).isFalse();
        assertThat(browser.get("/harmony/tickets").status()).isEqualTo(200);
        assertThat(browser.get("/staff/tickets").status()).isEqualTo(200);

        browser.follow(browser.post("/staff/logout", Map.of()));
        assertThat(browser.opens("/staff/tickets")).isFalse();
        assertThat(browser.get("/harmony/tickets").status()).isEqualTo(200);
    }

    private static Browser everywhere(PortalStack stack) {
        var browser = new Browser(stack);
        browser.login("/harmony/tickets", "acme-en");
        browser.login("/bmc/tickets", "initech-en");
        browser.login("/staff/tickets", "agent");
        return browser;
    }
}
