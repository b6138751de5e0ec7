package dev.portico.portal.mailbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.mailbox.control.TokenServers.Granted;
import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final MailboxAccess SEALED = new MailboxAccess(
                    "imap.acme.example", 993, MailSecurity.TLS, "help", "sealed", "INBOX")
            .withTokens(Optional.of(new TokenSource("https://login.acme.example/", "portico", "", "sealed too")));

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final AccessTokens tokens = new AccessTokens(() -> now);

    @Test
    void aTokenIsUsedUntilShortlyBeforeItEnds() {
        keep(Duration.ofHours(1));
        now = now.plus(Duration.ofMinutes(59));
        assertThat(tokens.find("harmony", "1", SEALED)).contains("token");
        now = now.plusSeconds(30);
        assertThat(tokens.find("harmony", "1", SEALED)).isEmpty();
    }

    @Test
    void aShortLifeIsHalved() {
        keep(Duration.ofSeconds(10));
        now = now.plusSeconds(4);
        assertThat(tokens.find("harmony", "1", SEALED)).isPresent();
        now = now.plusSeconds(1);
        assertThat(tokens.find("harmony", "1", SEALED)).isEmpty();
        keep(Duration.ZERO);
        assertThat(tokens.find("harmony", "1", SEALED)).isEmpty();
    }

    @Test
    void nothingStaysForEver() {
        keep(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(tokens.find("harmony", "1", SEALED)).isPresent();
        now = now.plus(Duration.ofDays(1));
        assertThat(tokens.find("harmony", "1", SEALED)).isEmpty();
    }

    @Test
    void aTokenIsForOneMailboxAsItIsSetUp() {
        keep(Duration.ofHours(1));
        assertThat(tokens.find("bmc", "1", SEALED)).isEmpty();
        assertThat(tokens.find("harmony", "2", SEALED)).isEmpty();
        assertThat(tokens.find("harmony", "1", SEALED.withSecret("other"))).isEmpty();
        assertThat(tokens.find("harmony", "1", SEALED.withRefreshToken("other")))
                .isEmpty();
        tokens.forget("harmony", "1");
        assertThat(tokens.find("harmony", "1", SEALED)).isEmpty();
    }

    private void keep(Duration life) {
        tokens.keep("harmony", "1", SEALED, new Granted("token", life, Optional.empty()));
    }
}
