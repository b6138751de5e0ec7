package dev.portico.portal.mailbox.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portico.portal.mailbox.control.ImapFolder;
import dev.portico.portal.mailbox.control.KeptSockets;
import dev.portico.portal.mailbox.control.MailMemory;
import dev.portico.portal.mailbox.control.MailboxException;
import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.mailbox.entity.MailboxTurn;
import dev.portico.portal.tenant.control.TenantSteps;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.web.Tenants;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailboxVisitTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** Its greeting does not end, so that no timeout for what one reads at a time ever passes. */
    @Test
    void aServerThatNeverEndsItsAnswerIsLeft() throws Exception {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var access = new MailboxAccess(
                            "127.0.0.1", door.getLocalPort(), MailSecurity.NONE, "support", "secret", "INBOX")
                    .atTrustedHost();
            var turn = new MailboxTurn(UUID.randomUUID(), "demo", access, 0, 0, Optional.empty());
            var visit = new MailboxVisit(Tenants.HARMONY, turn, new MailboxRecords(), new TenantSteps());
            var visiting = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    MailboxException.class, () -> visit.run(new Direct(), true, 1_000, MailMemory.usual())));
            try (var talk = door.accept()) {
                for (var bytes = 0; bytes < 5; bytes++) {
                    talk.getOutputStream().write('*');
                    visit.endIfStuck(AN_HOUR);
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                assertThat(visiting).isNotDone();
                visit.endIfStuck(Duration.ofMillis(400));

                assertThat(visiting.get(10, TimeUnit.SECONDS).problem()).isEqualTo(MailboxProblem.UNREACHABLE);
                assertThat(visit.ended()).isTrue();
            }
        }
    }

    /** With the password as it stands in the turn. */
    private static final class Direct extends MailboxLogins {
        @Override
        ImapFolder open(Tenant tenant, MailboxTurn turn, KeptSockets sockets) throws MailboxException {
            return new ImapFolder(turn.access(), sockets);
        }
    }
}
