package dev.portico.portal.mailbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImapFolderTest {
    private static final String LOGIN = "support@harmony.localhost";
    private static final String MAIL = "Message-ID: <1@acme.example>\r\nSubject: Hola\r\n\r\nMa\u00f1ana\r\n";

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());

    @BeforeEach
    void start() {
        server.start();
        server.setUser(LOGIN, LOGIN, "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void mailsComeOutByteForByteInOrderAndOnlyThoseAfterTheLast() throws Exception {
        deliver(MAIL);
        deliver(MAIL.replace("<1@", "<2@"));
        try (var folder = new ImapFolder(access("secret"))) {
            var all = folder.after(0);
            assertThat(all).hasSize(2);
            var first = folder.read(all.get(0), 1_000).orElseThrow();
            assertThat(first.messageId()).isEqualTo("<1@acme.example>");
            assertThat(new String(first.raw(), StandardCharsets.ISO_8859_1)).contains("Ma\u00f1ana");
            assertThat(first.whole()).isTrue();
            assertThat(folder.after(all.get(0).uid())).hasSize(1);
            assertThat(folder.after(all.get(1).uid())).isEmpty();
        }
    }

    @Test
    void readingMarksNothingAndKeepingDoes() throws Exception {
        deliver(MAIL);
        try (var folder = new ImapFolder(access("secret"))) {
            var all = folder.after(0);
            folder.read(all.get(0), 1_000);
            assertThat(server.getReceivedMessages()[0].isSet(Flags.Flag.SEEN)).isFalse();
            folder.markSeen(all.get(0));
            assertThat(server.getReceivedMessages()[0].isSet(Flags.Flag.SEEN)).isTrue();
        }
    }

    @Test
    void ofAMailThatIsTooLargeOnlyTheHeaderIsFetched() throws Exception {
        deliver(MAIL + "x".repeat(5_000));
        try (var folder = new ImapFolder(access("secret"))) {
            var mail = folder.read(folder.after(0).get(0), 1_000).orElseThrow();
            assertThat(mail.whole()).isFalse();
            assertThat(mail.messageId()).isEqualTo("<1@acme.example>");
            assertThat(new String(mail.raw(), StandardCharsets.UTF_8))
                    .contains("Subject: Hola")
                    .doesNotContain("xxx");
        }
    }

    @Test
    void itWaitsForNewsAndCanBeEndedMeanwhile() throws Exception {
        var sockets = new KeptSockets();
        try (var folder = new ImapFolder(access("secret"), sockets)) {
            assertThat(folder.tells()).isTrue();
            var told = waiting(folder);
            deliver(MAIL);
            told.get(20, TimeUnit.SECONDS);
            assertThat(folder.after(0)).hasSize(1);

            var nudged = waiting(folder);
            folder.nudge();
            nudged.get(20, TimeUnit.SECONDS);

            var ended = waiting(folder);
            sockets.close();
            assertThatThrownBy(() -> ended.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(Exception.class);
        }
    }

    /** The library alone would wait for as long as it waits for any answer. */
    @Test
    void theOpeningCanBeEndedWhileTheServerSaysNothing() throws Exception {
        try (var silent = new ServerSocket(0)) {
            silent.setSoTimeout(20_000);
            var sockets = new KeptSockets();
            var access = new MailboxAccess(
                            "127.0.0.1", silent.getLocalPort(), MailSecurity.NONE, LOGIN, "secret", "INBOX")
                    .atTrustedHost();
            var opening = CompletableFuture.runAsync(() -> {
                try (var never = new ImapFolder(access, sockets)) {
                    throw new AssertionError(never);
                } catch (MailboxException e) {
                    throw new IllegalStateException(e);
                }
            });
            try (var taken = silent.accept()) {
                assertThat(opening).isNotDone();
                sockets.close();
                assertThatThrownBy(() -> opening.get(10, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(IllegalStateException.class);
                assertThat(taken.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void whatHadComeBeforeIsToldFromWhatCameLater() throws Exception {
        var setUp = Instant.now().minusSeconds(3_600);
        try (var folder = new ImapFolder(access("secret"))) {
            assertThat(folder.lastBefore(setUp)).isZero();
        }
        deliver(MAIL, setUp.minus(Duration.ofDays(40)));
        deliver(MAIL.replace("<1@", "<2@"), setUp.minusSeconds(60));
        try (var folder = new ImapFolder(access("secret"))) {
            assertThat(folder.after(folder.lastBefore(setUp))).isEmpty();
        }
        deliver(MAIL.replace("<1@", "<3@"), setUp);
        // Somebody has moved an old one into the folder since.
        deliver(MAIL.replace("<1@", "<4@"), setUp.minusSeconds(60));
        try (var folder = new ImapFolder(access("secret"))) {
            assertThat(folder.after(folder.lastBefore(setUp))).hasSize(2);
        }
    }

    @Test
    void aPrivateAddressIsReachedOnlyWhereTheInstallationNamesTheHost() throws Exception {
        for (var host : List.of("127.0.0.1", "localhost", "[::1]", "169.254.169.254", "10.0.0.1")) {
            fails(
                            MailboxProblem.NOT_ALLOWED,
                            () -> new ImapFolder(new MailboxAccess(
                                    host, server.getImap().getPort(), MailSecurity.NONE, LOGIN, "secret", "INBOX")))
                    .as(host);
        }
        try (var folder = new ImapFolder(access("secret"))) {
            assertThat(folder.size()).isZero();
        }
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        fails(MailboxProblem.LOGIN, () -> new ImapFolder(access("wrong")));
        fails(MailboxProblem.FOLDER, () -> new ImapFolder(access(MailSecurity.NONE, "Missing")));
        fails(MailboxProblem.TLS, () -> new ImapFolder(access(MailSecurity.STARTTLS, "INBOX")));
        fails(MailboxProblem.TLS, () -> new ImapFolder(access(MailSecurity.TLS, "INBOX")));
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        fails(
                MailboxProblem.UNREACHABLE,
                () -> new ImapFolder(new MailboxAccess("127.0.0.1", free, MailSecurity.NONE, LOGIN, "secret", "INBOX")
                        .atTrustedHost()));
    }

    private MailboxAccess access(MailSecurity security, String folder) {
        return new MailboxAccess("127.0.0.1", server.getImap().getPort(), security, LOGIN, "secret", folder)
                .atTrustedHost();
    }

    private static AbstractThrowableAssert<?, ?> fails(MailboxProblem problem, ThrowingCallable opening) {
        return assertThatThrownBy(opening).isInstanceOfSatisfying(MailboxException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    private static CompletableFuture<Void> waiting(ImapFolder folder) throws InterruptedException {
        var waiting = CompletableFuture.runAsync(() -> {
            try {
                folder.awaitNews();
            } catch (MailboxException e) {
                throw new IllegalStateException(e);
            }
        });
        // The server has to know first; GreenMail tells nobody of what came before.
        TimeUnit.MILLISECONDS.sleep(500);
        return waiting;
    }

    private MailboxAccess access(String password) {
        return new MailboxAccess("127.0.0.1", server.getImap().getPort(), MailSecurity.NONE, LOGIN, password, "INBOX")
                .atTrustedHost();
    }

    private void deliver(String raw, Instant at) throws Exception {
        var bytes = new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1));
        var user = server.getUserManager().getUser(LOGIN);
        server.getManagers()
                .getImapHostManager()
                .getInbox(user)
                .appendMessage(
                        new MimeMessage(Session.getInstance(new Properties()), bytes), new Flags(), Date.from(at));
    }

    private void deliver(String raw) throws Exception {
        var bytes = new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1));
        server.getUserManager().getUser(LOGIN).deliver(new MimeMessage(Session.getInstance(new Properties()), bytes));
    }
}
