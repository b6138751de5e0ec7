package dev.portico.portal.mailbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.mailbox.entity.TokenSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A mailbox is opened with an access token by XOAUTH2. */
class TokenLoginTest {
    private static final String LOGIN = "support@harmony.localhost";
    private static final String FAULT =
            "{\"status\":\"400\",\"schemes\":\"Bearer\",\"scope\":\"https://mail.google.com/\"}";

    @Test
    void aFreshTokenOpensOverTheSameSocketsWhatAnOldOneDoesNot() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
        server.start();
        try {
            server.setUser(LOGIN, LOGIN, "fresh");
            var sockets = new KeptSockets();
            var port = server.getImap().getPort();
            assertThat(failure(port, "old", sockets).problem()).isEqualTo(MailboxProblem.TOKEN_LOGIN);
            try (var folder = new ImapFolder(access(port, "fresh"), sockets)) {
                assertThat(folder.size()).isZero();
            }
            sockets.close();
            assertThat(failure(port, "fresh", sockets).problem()).isNotEqualTo(MailboxProblem.TOKEN_LOGIN);
        } finally {
            server.stop();
        }
    }

    /** As Google and Microsoft do: what is wrong is a question that wants an answer, and the refusal follows. */
    @Test
    void aRefusalInTwoStepsIsOne() throws Exception {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = new CopyOnWriteArrayList<String>();
            var talk = CompletableFuture.runAsync(() -> serve(door, "IMAP4rev1 SASL-IR AUTH=XOAUTH2", heard));
            var failure = failure(door.getLocalPort(), "token", new KeptSockets());
            assertThat(failure.problem()).isEqualTo(MailboxProblem.TOKEN_LOGIN);
            assertThat(failure).hasMessageContaining("Invalid credentials");
            talk.join();
            var first =
                    heard.stream().filter(line -> line.contains("AUTHENTICATE")).findFirst();
            assertThat(first.orElseThrow()).contains("AUTHENTICATE XOAUTH2 ");
            assertThat(decoded(first.orElseThrow().split(" ")[3]))
                    .isEqualTo("user=" + LOGIN + "\1auth=Bearer token\1\1");
        }
    }

    @Test
    void whereTokensAreNotOfferedNoneIsSent() throws Exception {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = new CopyOnWriteArrayList<String>();
            var talk = CompletableFuture.runAsync(() -> serve(door, "IMAP4rev1 AUTH=PLAIN", heard));
            assertThat(failure(door.getLocalPort(), "token", new KeptSockets()).problem())
                    .isEqualTo(MailboxProblem.NO_TOKENS);
            talk.join();
            assertThat(heard).noneMatch(line -> line.contains("LOGIN") || line.contains("AUTHENTICATE"));
        }
    }

    /** Until the other side ends the connection. */
    private static void serve(ServerSocket door, String capabilities, List<String> heard) {
        try (var talk = door.accept();
                var in = new BufferedReader(new InputStreamReader(talk.getInputStream(), StandardCharsets.US_ASCII))) {
            var out = talk.getOutputStream();
            out.write(("* OK [CAPABILITY " + capabilities + "] Hello\r\n").getBytes(StandardCharsets.US_ASCII));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                var tag = line.split(" ")[0];
                if (line.contains("AUTHENTICATE")) {
                    out.write(("+ " + encoded(FAULT) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    heard.add(in.readLine());
                    out.write((tag + " NO Invalid credentials\r\n").getBytes(StandardCharsets.US_ASCII));
                } else {
                    out.write((tag + " OK Done\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException ended) {
            heard.add("ended");
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static MailboxException failure(int port, String token, KeptSockets sockets) {
        return catchThrowableOfType(MailboxException.class, () -> new ImapFolder(access(port, token), sockets));
    }

    private static MailboxAccess access(int port, String token) {
        return new MailboxAccess("127.0.0.1", port, MailSecurity.NONE, LOGIN, token, "INBOX")
                .withTokens(Optional.of(new TokenSource("https://login.example/", "portico", "", "")))
                .atTrustedHost();
    }
}
