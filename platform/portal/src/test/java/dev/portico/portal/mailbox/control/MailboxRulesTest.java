package dev.portico.portal.mailbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.TokenSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxRulesTest {
    private static final Set<String> TYPES = Set.of("case");
    private static final MailboxForm GOOD = form(" IMAP.Acme.example ", "", "TLS", "help");
    private static final String ADDRESS = "https://login.acme.example/token";
    private static final MailboxSecrets NONE = MailboxSecrets.of("");
    private static final MailboxAccess STORED =
            new MailboxAccess("imap.acme.example", 993, MailSecurity.TLS, "help", "sealed", "INBOX");

    @Test
    void whatIsLeftOutIsTheUsual() {
        var checked = MailboxRules.check(GOOD, TYPES, MailboxSecrets.of("secret"), Optional.empty());
        assertThat(checked.access())
                .isEqualTo(new MailboxAccess("imap.acme.example", 993, MailSecurity.TLS, "help", "", "INBOX"));
        var startTls = MailboxRules.check(
                with("", "STARTTLS", "imap.acme.example"), MailboxSecrets.of("secret"), Optional.empty());
        assertThat(startTls.port()).isEqualTo(143);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var nothing = new MailboxForm("", "", "x", "", "", "", "", "", "", "", "", "a b", false);
        assertThat(faults(nothing, "", Optional.empty()))
                .containsExactlyInAnyOrder(
                        "address", "host", "port", "security", "authentication", "login", "type", "server");
        assertThat(faults(GOOD, "", Optional.empty())).containsExactly(MailboxSecrets.PASSWORD);
        assertThat(faults(GOOD, "a\r\nb", Optional.empty())).containsExactly(MailboxSecrets.PASSWORD);
    }

    @Test
    void theStoredPasswordGoesNowhereElse() {
        assertThat(faults(GOOD, "", Optional.of(STORED))).isEmpty();
        var login = form("imap.acme.example", "", "TLS", "other");
        for (var elsewhere : List.of(
                with("993", "TLS", "evil.example"),
                with("1993", "TLS", "imap.acme.example"),
                with("993", "STARTTLS", "imap.acme.example"),
                login)) {
            assertThat(faults(elsewhere, "", Optional.of(STORED)))
                    .as(elsewhere.toString())
                    .containsExactly(MailboxSecrets.PASSWORD);
            assertThat(faults(elsewhere, "new", Optional.of(STORED))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "imap://acme.example", "acme.example:993", "acme..example", "-a.example", "[::1]", "a\0b"
            })
    void whatIsNoHostIsRefused(String host) {
        assertThat(faults(with("", "TLS", host), "secret", Optional.empty())).containsExactly("host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "99999999999", "x", "١٤٣"})
    void whatIsNoPortIsRefused(String port) {
        assertThat(faults(with(port, "TLS", "acme.example"), "secret", Optional.empty()))
                .containsExactly("port");
    }

    @Test
    void tokensWantAnAddressAClientAndItsSecret() {
        assertThat(faults(tokens("", ""), NONE, Optional.empty()))
                .containsExactlyInAnyOrder("token-address", "client-id", MailboxSecrets.CLIENT);
        assertThat(faults(tokens(ADDRESS, "portico"), entered("secret", ""), Optional.empty()))
                .isEmpty();
        // Of the other way to log in, whose field is not shown.
        assertThat(faults(tokens(ADDRESS, "portico"), MailboxSecrets.of("secret"), Optional.empty()))
                .containsExactly(MailboxSecrets.CLIENT);
        assertThat(faults(tokens(ADDRESS, "portico"), entered("secret", "a\nb"), Optional.empty()))
                .containsExactly(MailboxSecrets.REFRESH_TOKEN);
        for (var address :
                List.of("login", "//login.example/", "https://", "https://a:b@login.example/", "https://a b/")) {
            assertThat(faults(tokens(address, "portico"), entered("secret", ""), Optional.empty()))
                    .as(address)
                    .containsExactly("token-address");
        }
    }

    @Test
    void storedTokensGoNowhereElse() {
        var stored = Optional.of(STORED.withTokens(Optional.of(new TokenSource(ADDRESS, "portico", "", "sealed"))));
        assertThat(faults(tokens(ADDRESS, "portico"), NONE, stored)).isEmpty();
        var elsewhere = List.of(
                tokens("https://evil.example/", "portico"),
                tokens(ADDRESS, "other"),
                tokens("evil.example", "help", ADDRESS, "portico"),
                tokens("imap.acme.example", "other", ADDRESS, "portico"));
        for (var form : elsewhere) {
            assertThat(faults(form, NONE, stored))
                    .as(form.toString())
                    .containsExactly(MailboxSecrets.CLIENT, MailboxSecrets.REFRESH_TOKEN);
            assertThat(faults(form, entered("new", ""), stored)).containsExactly(MailboxSecrets.REFRESH_TOKEN);
            assertThat(faults(form, entered("", "new"), stored)).containsExactly(MailboxSecrets.CLIENT);
            assertThat(faults(form, entered("new", "new"), stored)).isEmpty();
            assertThat(faults(form, new MailboxSecrets("", "new", "", true), stored))
                    .isEmpty();
        }
        assertThat(faults(GOOD, "", stored)).containsExactly(MailboxSecrets.PASSWORD);
        assertThat(faults(tokens(ADDRESS, "portico"), NONE, Optional.of(STORED)))
                .containsExactly(MailboxSecrets.CLIENT);
    }

    @Test
    void ofAnotherKindOfLoginNothingIsStored() {
        var refused = catchThrowableOfType(
                PortalException.class,
                () -> MailboxRules.check(tokens(ADDRESS, "portico"), TYPES, NONE, Optional.of(STORED)));
        assertThat(refused.fields())
                .containsExactly(new FieldProblem(MailboxSecrets.CLIENT, "mailbox.wrong.client.missing"));
    }

    @Test
    void aTokenThatIsEnteredCounts() {
        var stored = Optional.of(STORED.withTokens(Optional.of(new TokenSource(ADDRESS, "portico", "", "sealed"))));
        assertThat(new MailboxSecrets("", "", "", true).refreshToken(stored.get(), stored))
                .contains("");
        assertThat(new MailboxSecrets("", "", "new", true).refreshToken(stored.get(), stored))
                .contains("new");
    }

    private static MailboxSecrets entered(String clientSecret, String refreshToken) {
        return new MailboxSecrets("", clientSecret, refreshToken, false);
    }

    private static MailboxForm tokens(String address, String clientId) {
        return tokens("imap.acme.example", "help", address, clientId);
    }

    private static MailboxForm tokens(String host, String login, String address, String clientId) {
        return new MailboxForm(
                "help@acme.example", host, "", "TLS", "OAUTH2", login, address, clientId, "", "", "case", "", false);
    }

    private static MailboxForm with(String port, String security, String host) {
        return form(host, port, security, "help");
    }

    private static MailboxForm form(String host, String port, String security, String login) {
        return new MailboxForm(
                "help@acme.example", host, port, security, "PASSWORD", login, "", "", "", "", "case", "", false);
    }

    private static List<String> faults(MailboxForm form, String password, Optional<MailboxAccess> stored) {
        return faults(form, MailboxSecrets.of(password), stored);
    }

    private static List<String> faults(MailboxForm form, MailboxSecrets secrets, Optional<MailboxAccess> stored) {
        var refused =
                catchThrowableOfType(PortalException.class, () -> MailboxRules.check(form, TYPES, secrets, stored));
        return refused == null
                ? List.of()
                : refused.fields().stream().map(FieldProblem::field).toList();
    }
}
