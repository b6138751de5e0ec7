package dev.portico.systemtests.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.isolation.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Terms of a tenant, which everybody there has to accept: whoever publishes some takes them back for the other tests. */
record PublishedTerms(PortalStack stack, String tenant) {
    static final Map<String, String> TEXTS =
            Map.of("text-en", "# Rules\n\nBe **nice**.", "text-es", "# Reglas\n\nSé **amable**.");

    /** @return the version */
    int publish() throws SQLException {
        var admin = Session.login(stack, "staff", "admin");
        var answer = admin.press(page(), "terms", "publish", TEXTS, page());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        try (var all = stack.database().superuser();
                var work = all.createStatement();
                var rows = work.executeQuery("select terms_version from tenant where id = '" + tenant + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    String page() {
        return "/staff/" + tenant + "/terms";
    }

    /** @param account a customer, whom the portal asks until it has read its tenants anew */
    void withdraw(String account) throws SQLException {
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            for (var statement : new String[] {
                "delete from terms_acceptance where tenant_id = '%s' and version > 0",
                "delete from terms where tenant_id = '%s' and version > 0",
                "update account set terms_version = 0 where tenant_id = '%s'",
                "update tenant set terms_version = 0 where id = '%s'"
            }) {
                work.execute(statement.formatted(tenant));
            }
        }
        readAnew();
        var api = stack.api(tenant, account);
        assertThat(Waiting.until(() -> api.get("/tickets").status() == 200, Duration.ofMinutes(1)))
                .isTrue();
    }

    /** Whatever is changed of a tenant makes the portal read all of them at once. */
    private void readAnew() {
        var admin = Session.login(stack, "staff", "admin");
        var text = "/staff/" + tenant + "/texts?origin=portal&key=common.login";
        for (var said : new String[] {"Come in", ""}) {
            var answer = admin.press(text, "words", "save", Map.of("text-en", said, "text-es", ""), text);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        }
    }
}
