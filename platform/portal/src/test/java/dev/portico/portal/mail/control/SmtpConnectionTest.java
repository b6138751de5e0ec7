package dev.portico.portal.mail.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.portico.i18n.Languages;
import dev.portico.portal.mail.entity.Mail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpConnectionTest {
    private GreenMail server;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    private Delivery send(Mail mail) {
        try (var connection = Samples.sender(server.getSmtp().getPort()).open()) {
            return connection.send(mail);
        }
    }

    private MimeMessage received() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    @Test
    void theHeadersLetRepliesFindTheirTicketAndStopRobots() throws Exception {
        var mail = Samples.mail();

        assertThat(send(mail)).isEqualTo(new Delivery.Sent());

        var message = received();
        assertThat(message.getHeader("Message-ID"))
                .containsExactly(mail.envelope().messageId());
        assertThat(message.getHeader("References")).containsExactly("<harmony.1042@harmony.help.example>");
        assertThat(message.getHeader("In-Reply-To")).containsExactly("<harmony.1042@harmony.help.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Content-Language")).containsExactly("es");
        assertThat(message.getHeader("Date")).containsExactly("Sun, 22 Nov 2026 09:05:07 +0000");
        assertThat(message.getSubject()).isEqualTo("Caso #1042: impresión");
        assertThat(message.getFrom())
                .containsExactly(new InternetAddress("support@harmony.help.example", "Soporte de Harmony"));
        assertThat(message.getReplyTo())
                .containsExactly(new InternetAddress(mail.envelope().replyTo()));
        assertThat(message.getRecipients(RecipientType.TO))
                .containsExactly(new InternetAddress("ana@acme.example", "Ana Núñez", "UTF-8"));
        assertThat(((InternetAddress) message.getRecipients(RecipientType.TO)[0]).getPersonal())
                .isEqualTo("Ana Núñez");
    }

    @Test
    void theTextComesBeforeTheHtmlAndBothSurviveTheWay() throws Exception {
        var mail = Samples.mail();
        send(mail);

        var message = received();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        var parts = (Multipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(lines(parts.getBodyPart(0).getContent()))
                .isEqualTo(lines(mail.content().text()));
        assertThat(lines(parts.getBodyPart(1).getContent()))
                .isEqualTo(lines(mail.content().html()));
    }

    private static java.util.List<String> lines(Object text) {
        return text.toString().strip().lines().toList();
    }

    @Test
    void theBytesAreAsciiInShortLines() throws Exception {
        var longLines = "ñ".repeat(3_000) + " " + "x".repeat(3_000);
        var bytes = new ByteArrayOutputStream();
        MailMessage.of(session(), Samples.mail(Samples.request(Languages.SPANISH, longLines)))
                .writeTo(bytes);

        var raw = bytes.toString(StandardCharsets.ISO_8859_1);
        assertThat(raw.chars()).allMatch(character -> character < 128);
        assertThat(raw.lines()).allMatch(line -> line.length() <= 998);
        var parsed = new MimeMessage(session(), new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(((Multipart) parsed.getContent()).getBodyPart(0).getContent().toString())
                .startsWith(longLines);
    }

    private static Session session() {
        return Session.getInstance(new Properties());
    }

    @Test
    void aNameCannotAddAHeaderOrARecipient() throws Exception {
        var to = new Recipient(
                "Eve\r\nBcc: spy@b.example\r\n\r\n<", "eve@acme.example", Languages.ENGLISH, ZoneOffset.UTC);
        var request = new MailRequest(
                Optional.of(1L), to, true, "Hi\r\nBcc: spy@b.example\r\n\r\nBody", "Hello", Optional.empty());

        assertThat(send(Samples.mail(request))).isEqualTo(new Delivery.Sent());

        assertThat(received().getHeader("Bcc")).isNull();
        assertThat(received().getAllRecipients()).hasSize(1);
        assertThat(received().getSubject()).isEqualTo("Hi Bcc: spy@b.example Body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eve@acme.example\r\nRCPT TO:<spy@b.example>",
                "eve@acme.example, spy@b.example",
                "eve@acme.example> NOTIFY=SUCCESS",
                "no address",
                "",
                "@acme.example"
            })
    void anAddressThatIsNoneIsRefusedWithoutAskingTheServer(String address) {
        var to = new Recipient("Eve", address, Languages.ENGLISH, ZoneOffset.UTC);
        var request = new MailRequest(Optional.of(1L), to, true, "Hi", "Hello", Optional.empty());

        assertThat(send(Samples.mail(request))).isInstanceOf(Delivery.Refused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aRecipientWhomTheServerDoesNotKnowIsRefusedForGoodAndTheNextGoesOut() throws Exception {
        try (var answers = new ScriptedSmtp("550 5.1.1 No such user", "250 OK");
                var connection = Samples.sender(answers.port()).open()) {
            assertThat(connection.send(Samples.mail())).isInstanceOfSatisfying(Delivery.Unknown.class, refused -> {
                assertThat(refused.answer()).isEqualTo("550 5.1.1 No such user");
                assertThat(refused.reason()).contains("550 5.1.1 No such user");
            });
            assertThat(connection.send(Samples.mail())).isEqualTo(new Delivery.Sent());
            assertThat(answers.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 Rejected",
                "550 5.7.1 Relaying denied, see rule 5.1.1",
                "553 5.1.8 The sender's domain is unknown",
                "553 5.1.7 The sender's address is none",
                "554 5.1.0 Rejected",
                "550 5.1.11 Unheard of"
            })
    void aRefusalThatSaysNothingOfTheAddressIsNotHeldAgainstIt(String answer) throws Exception {
        try (var answers = new ScriptedSmtp(answer);
                var connection = Samples.sender(answers.port()).open()) {
            assertThat(connection.send(Samples.mail()))
                    .isInstanceOfSatisfying(Delivery.Refused.class, refused -> assertThat(refused.reason())
                            .contains(answer));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"451 4.7.1 Greylisted", "450 Mailbox busy", "452 4.2.2 Mailbox full"})
    void aServerThatIsNotReadyForTheRecipientIsAskedAgainLater(String answer) throws Exception {
        try (var answers = new ScriptedSmtp(answer);
                var connection = Samples.sender(answers.port()).open()) {
            assertThat(connection.send(Samples.mail()))
                    .isInstanceOfSatisfying(Delivery.Failed.class, failed -> assertThat(failed.reason())
                            .contains(answer));
        }
    }

    @Test
    void aServerThatHangsUpIsUnreachableAndConnectedAnew() throws Exception {
        try (var answers = new ScriptedSmtp("", "250 OK");
                var connection = Samples.sender(answers.port()).open()) {
            assertThat(connection.send(Samples.mail())).isNotInstanceOf(Delivery.Sent.class);
            assertThat(connection.send(Samples.mail())).isEqualTo(new Delivery.Sent());
            assertThat(answers.connections()).isEqualTo(2);
        }
    }

    @Test
    void whatWaitedForTheServerGoesOutAsTheSameMessage() throws Exception {
        var mail = Samples.mail();
        var port = server.getSmtp().getPort();
        server.stop();
        try (var connection = Samples.sender(port).open()) {
            assertThat(connection.send(mail)).isInstanceOf(Delivery.Unreachable.class);

            server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            assertThat(connection.send(mail)).isEqualTo(new Delivery.Sent());
        }
        assertThat(received().getMessageID()).isEqualTo(mail.envelope().messageId());
    }

    @Test
    void aBatchSharesOneConnection() throws Exception {
        try (var answers = new ScriptedSmtp("250 OK", "250 OK", "250 OK");
                var connection = Samples.sender(answers.port()).open()) {
            for (var i = 0; i < 3; i++) {
                assertThat(connection.send(Samples.mail())).isEqualTo(new Delivery.Sent());
            }
            assertThat(answers.connections()).isEqualTo(1);
        }
    }

    /** Answers each RCPT with the next line of a script, or hangs up at an empty one; GreenMail accepts everybody. */
    private static final class ScriptedSmtp implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final Iterator<String> script;
        private volatile int connections;

        ScriptedSmtp(String... answersToRcpt) throws IOException {
            script = List.of(answersToRcpt).iterator();
            CompletableFuture.runAsync(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        int connections() {
            return connections;
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (var client = socket.accept()) {
                    connections++;
                    talk(client);
                } catch (IOException closed) {
                    // The client or the test is done.
                }
            }
        }

        private void talk(Socket client) throws IOException {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 ready");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    var answer = script.next();
                    if (answer.isEmpty()) {
                        return;
                    }
                    say(client, answer);
                } else if (line.startsWith("DATA")) {
                    say(client, "354 go on");
                    while (!".".equals(in.readLine())) {}
                    say(client, "250 OK");
                } else {
                    say(client, line.startsWith("QUIT") ? "221 bye" : "250 OK");
                }
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
