package dev.portico.portal.mailbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxRulesTest {
    private static final Set<String> TYPES = Set.of("case");
    private static final MailboxForm GOOD =
            new MailboxForm("help@acme.example", " IMAP.Acme.example ", "", "TLS", "help", "", "case", "", false);
    private static final MailboxAccess STORED =
            new MailboxAccess("imap.acme.example", 993, MailSecurity.TLS, "help", "sealed", "INBOX");

    @Test
    void whatIsLeftOutIsTheUsual() {
        var checked = MailboxRules.check(GOOD, TYPES, "secret", Optional.empty());
        assertThat(checked.access())
                .isEqualTo(new MailboxAccess("imap.acme.example", 993, MailSecurity.TLS, "help", "", "INBOX"));
        var startTls = MailboxRules.check(with("", "STARTTLS", "imap.acme.example"), "secret", Optional.empty());
        assertThat(startTls.port()).isEqualTo(143);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var nothing = new MailboxForm("", "", "x", "", "", "", "", "a b", false);
        assertThat(faults(nothing, "", Optional.empty()))
                .containsExactlyInAnyOrder("address", "host", "port", "security", "login", "type", "server");
        assertThat(faults(GOOD, "", Optional.empty())).containsExactly(MailboxForm.PASSWORD);
        assertThat(faults(GOOD, "a\r\nb", Optional.empty())).containsExactly(MailboxForm.PASSWORD);
    }

    @Test
    void theStoredPasswordGoesNowhereElse() {
        assertThat(faults(GOOD, "", Optional.of(STORED))).isEmpty();
        var login =
                new MailboxForm("help@acme.example", "imap.acme.example", "", "TLS", "other", "", "case", "", false);
        for (var elsewhere : List.of(
                with("993", "TLS", "evil.example"),
                with("1993", "TLS", "imap.acme.example"),
                with("993", "STARTTLS", "imap.acme.example"),
                login)) {
            assertThat(faults(elsewhere, "", Optional.of(STORED)))
                    .as(elsewhere.toString())
                    .containsExactly(MailboxForm.PASSWORD);
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

    private static MailboxForm with(String port, String security, String host) {
        return new MailboxForm("help@acme.example", host, port, security, "help", "", "case", "", false);
    }

    private static List<String> faults(MailboxForm form, String password, Optional<MailboxAccess> stored) {
        var refused =
                catchThrowableOfType(PortalException.class, () -> MailboxRules.check(form, TYPES, password, stored));
        return refused == null
                ? List.of()
                : refused.fields().stream().map(FieldProblem::field).toList();
    }
}
