package dev.portico.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.portico.launcher.Ports;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {
    private static final String SUBJECT = "Caída en producción – Grüße <script>alert(1)</script>";

    private static final Map<String, String> MAILBOXES = Map.of("support@harmony.localhost", "secret");

    @TempDir
    Path folder;

    private final Ports ports = Ports.free();
    private final HttpServer issuer = issuer();
    private MailSink sink;

    @BeforeEach
    void start() {
        sink = sink();
    }

    @AfterEach
    void stop() {
        sink.close();
        issuer.stop(0);
    }

    @Test
    void aMailIsStoredWithItsSubjectBodiesAndRecipients() throws Exception {
        send("acme-es@acme.example", "bcc@acme.example");

        assertThat(sink.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo(SUBJECT);
            assertThat(mail.from()).contains("harmony@portico.example");
            assertThat(mail.recipients()).containsExactly("acme-es@acme.example", "bcc@acme.example");
            assertThat(mail.text()).contains("{} & ñandú");
            assertThat(mail.html()).contains("<b>ñandú</b>");
            assertThat(mail.headers()).contains("Message-ID:").doesNotContain("ñandú");
        });
    }

    @Test
    void thePageShowsWhatAMailSaysAndRunsNothingOfIt() throws Exception {
        send("acme-es@acme.example");
        var id = sink.mails().get(0).id();

        var list = get("/");
        assertThat(list.body()).contains("Caída en producción – Grüße").doesNotContain("<script");
        var page = get("/mail/" + id);
        assertThat(page.body())
                .contains("Caída en producción", "{} &amp; ñandú", "<iframe sandbox")
                .doesNotContain("<script", "<b>ñandú");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        var html = get("/mail/" + id + "/html");
        assertThat(html.body()).contains("<b>ñandú</b>");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox")
                .doesNotContain("script-src", "allow-scripts");
        assertThat(get("/mail/" + id + "/raw").body()).contains("Message-ID:");
        assertThat(get("/api/mails").body()).contains("Caída en producción").startsWith("[");
        assertThat(get("/mail/1").statusCode()).isEqualTo(404);
        assertThat(get("/mail/../../etc/passwd").statusCode()).isEqualTo(404);
    }

    @Test
    void mailsSurviveARestartOnThePageAndInTheMailbox() throws Exception {
        send("support@harmony.example");
        sink.close();
        sink = sink();

        assertThat(sink.mails()).extracting(StoredMail::subject).containsExactly(SUBJECT);
        assertThat(inbox("support@harmony.example")).isEqualTo(1);
    }

    @Test
    void whileSmtpIsStoppedNothingIsTakenAndAfterwardsItIs() throws Exception {
        sink.stopSmtp();
        assertThatThrownBy(() -> send("acme-es@acme.example")).isInstanceOf(MessagingException.class);

        sink.startSmtp();
        send("acme-es@acme.example");
        assertThat(sink.mails()).hasSize(1);
    }

    @Test
    void mailsKeepTheirNumbersWhileTheServerIsStoppedAndLoseThemWhenTheyAreNumberedAnew() throws Exception {
        send("support@harmony.localhost");
        send("support@bmc.localhost");
        var harmony = numbering("support@harmony.localhost", "secret");
        var bmc = numbering("support@bmc.localhost", "support@bmc.localhost");
        sink.stopSmtp();
        sink.startSmtp();
        assertThat(numbering("support@harmony.localhost", "secret")).isEqualTo(harmony);

        sink.renumber("support@harmony.localhost");
        assertThat(numbering("support@harmony.localhost", "secret")).isNotEqualTo(harmony);
        assertThat(inbox("support@harmony.localhost", "secret")).isEqualTo(1);
        assertThat(numbering("support@bmc.localhost", "support@bmc.localhost")).isEqualTo(bmc);
    }

    @Test
    void aMailboxTakesMailToAllItsAddressesAndOpensWithItsPasswordOnly() throws Exception {
        send("Support+42.token@harmony.localhost");

        assertThat(inbox("support@harmony.localhost", "secret")).isEqualTo(1);
        assertThatThrownBy(() -> inbox("support@harmony.localhost", "any"))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void aMailboxOpensWithATokenOfItsOwnerOnly() throws Exception {
        send("support@harmony.localhost");

        assertThat(inbox("support@harmony.localhost", "token-of-harmony")).isEqualTo(1);
        for (var none : new String[] {"token-of-bmc", "token-of-nobody", "", "a\r\nb"}) {
            assertThatThrownBy(() -> inbox("support@harmony.localhost", none))
                    .as(none)
                    .isInstanceOf(AuthenticationFailedException.class);
        }
    }

    private MailSink sink() {
        var tokens = new TokenCheck(
                URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/userinfo"));
        return MailSink.start(
                folder, ports.mailPage(), ports.smtp(), ports.imap(), MAILBOXES, tokens, HttpExchange::close);
    }

    private static HttpServer issuer() {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/userinfo", exchange -> {
                var token = exchange.getRequestHeaders().getFirst("Authorization");
                var owner = Map.of("Bearer token-of-harmony", "harmony", "Bearer token-of-bmc", "bmc")
                        .get(token);
                var answer = owner == null ? "{}" : "{\"email\": \"support@" + owner + ".localhost\"}";
                exchange.sendResponseHeaders(owner == null ? 401 : 200, answer.length());
                exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMailIsOfferedAgainByteForByte() throws Exception {
        var latin1 = "Subject: caf\u00e9\r\n\r\nma\u00f1ana\r\n".getBytes(StandardCharsets.ISO_8859_1);
        var message = new MimeMessage(Session.getInstance(smtp()), new ByteArrayInputStream(latin1));
        Transport.send(message, new InternetAddress[] {new InternetAddress("support@harmony.localhost")});
        var before = content("support@harmony.localhost", "secret");
        sink.close();
        sink = sink();

        assertThat(content("support@harmony.localhost", "secret")).isEqualTo(before);
    }

    private byte[] content(String user, String password) throws MessagingException, IOException {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", ports.imap(), user, password);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                var bytes = new ByteArrayOutputStream();
                inbox.getMessage(1).writeTo(bytes);
                return bytes.toByteArray();
            }
        }
    }

    private int inbox(String user) throws MessagingException {
        return inbox(user, user);
    }

    private int inbox(String user, String password) throws MessagingException {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", ports.imap(), user, password);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                return inbox.getMessageCount();
            }
        }
    }

    private long numbering(String user, String password) throws MessagingException {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", ports.imap(), user, password);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                return ((UIDFolder) inbox).getUIDValidity();
            }
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + ports.mailPage() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void send(String to, String... blindCopies) throws MessagingException {
        var message = new MimeMessage(Session.getInstance(smtp()));
        message.setFrom("harmony@portico.example");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        for (var copy : blindCopies) {
            message.addRecipient(Message.RecipientType.BCC, new InternetAddress(copy));
        }
        message.setSubject(SUBJECT, "UTF-8");
        var text = new MimeBodyPart();
        text.setText("{} & ñandú", "UTF-8");
        var html = new MimeBodyPart();
        html.setText("<b>ñandú</b><script>alert(2)</script>", "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }

    private Properties smtp() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(ports.smtp()));
        return properties;
    }
}
