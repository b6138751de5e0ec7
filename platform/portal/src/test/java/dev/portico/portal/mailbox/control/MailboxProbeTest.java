package dev.portico.portal.mailbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.portico.portal.mailbox.control.MailboxProbe.Report;
import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxProbeTest {
    private final ExecutorService others = Executors.newCachedThreadPool();
    private final MailboxProbe probe = new MailboxProbe();

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    @Test
    void tellsHowManyMailsThereAreAndWhetherTheServerTells() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
        server.start();
        try {
            server.setUser("help", "help", "secret");
            assertThat(probe.report(() -> access(server.getImap().getPort()), others, Duration.ofSeconds(20)))
                    .isEqualTo(new Report(0, true));
        } finally {
            server.stop();
        }
    }

    /** It says something again and again, so that no pause is too long. */
    @Test
    void whoeverNeverComesToAnEndIsLeft() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var left = others.submit(() -> drip(socket));
            assertTimeout(Duration.ofSeconds(15), () -> assertThatThrownBy(
                            () -> probe.report(() -> access(socket.getLocalPort()), others, Duration.ofSeconds(1)))
                    .isInstanceOfSatisfying(MailboxException.class, e -> assertThat(e.problem())
                            .isEqualTo(MailboxProblem.UNREACHABLE)));
            assertThat(ended(left)).isTrue();
        }
    }

    @Test
    void whereThereIsNoRoomNothingIsUsed() throws Exception {
        var asked = new AtomicInteger();
        var room = new CountDownLatch(8);
        var done = new CountDownLatch(1);
        var waiting = IntStream.range(0, 8)
                .mapToObj(n -> others.submit(() -> probe.report(
                        () -> {
                            room.countDown();
                            await(done);
                            throw new MailboxException(MailboxProblem.CLIENT, "");
                        },
                        others,
                        Duration.ofSeconds(1))))
                .toList();
        assertThat(room.await(20, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> probe.report(() -> count(asked), others, Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        MailboxException.class, e -> assertThat(e.problem()).isEqualTo(MailboxProblem.BUSY));
        assertThat(asked).hasValue(0);
        done.countDown();
        for (var one : waiting) {
            assertThatThrownBy(one::get).hasRootCauseInstanceOf(MailboxException.class);
        }
        assertThatThrownBy(() -> probe.report(() -> count(asked), others, Duration.ofSeconds(1)))
                .isInstanceOf(MailboxException.class);
        assertThat(asked).hasValue(1);
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MailboxAccess count(AtomicInteger asked) throws MailboxException {
        asked.incrementAndGet();
        throw new MailboxException(MailboxProblem.CLIENT, "");
    }

    private static boolean ended(Future<Boolean> left) throws Exception {
        return left.get(20, TimeUnit.SECONDS);
    }

    /** @return that the other side has ended the connection */
    private static boolean drip(ServerSocket socket) throws Exception {
        try (var connection = socket.accept()) {
            while (true) {
                connection.getOutputStream().write("* OK wait\r\n".getBytes(StandardCharsets.US_ASCII));
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (IOException gone) {
            return true;
        }
    }

    private static MailboxAccess access(int port) {
        return new MailboxAccess("127.0.0.1", port, MailSecurity.NONE, "help", "secret", "INBOX").atTrustedHost();
    }
}
