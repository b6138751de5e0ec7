package dev.portico.portal.mail.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server whose certificate is for 127.0.0.1. */
class SmtpSecurityTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static SSLContext usual;
    private static GreenMail tls;
    private GreenMail plain = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeAll
    static void startServer() throws Exception {
        usual = SSLContext.getDefault();
        var keys = folder.resolve("keys.p12");
        keytool(keys);
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY, keys.toString());
        tls = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        tls.start();
    }

    @AfterAll
    static void stopServer() {
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY);
        tls.stop();
    }

    @AfterEach
    void trustAsUsual() {
        SSLContext.setDefault(usual);
        plain.stop();
    }

    private static void keytool(Path file) throws Exception {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "key",
                "-dname",
                "CN=Mail",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    /** As if its certificate had come from an authority. */
    private static void trustServer() throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var own = KeyStore.getInstance(folder.resolve("keys.p12").toFile(), PASSWORD.toCharArray());
        var certificates = KeyStore.getInstance(KeyStore.getDefaultType());
        certificates.load(null, null);
        certificates.setCertificateEntry("mail", own.getCertificate("key"));
        trust.init(certificates);
        var context = SSLContext.getInstance("TLS");
        TrustManager[] managers = trust.getTrustManagers();
        context.init(null, managers, new SecureRandom());
        SSLContext.setDefault(context);
    }

    private static Delivery send(String host, int port, SmtpSecurity security) {
        try (var connection = Samples.sender(host, port, security).open()) {
            return connection.send(Samples.mail());
        }
    }

    @Test
    void aServerThatCanProveItsNameIsSpokenToWithTlsFromTheFirstByte() throws Exception {
        trustServer();

        assertThat(send("127.0.0.1", tls.getSmtps().getPort(), SmtpSecurity.TLS))
                .isEqualTo(new Delivery.Sent());
        assertThat(tls.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aCertificateOfAnotherNameIsNotBelieved() throws Exception {
        trustServer();

        assertThat(send("localhost", tls.getSmtps().getPort(), SmtpSecurity.TLS))
                .isInstanceOf(Delivery.Unreachable.class);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotBelieved() {
        assertThat(send("127.0.0.1", tls.getSmtps().getPort(), SmtpSecurity.TLS))
                .isInstanceOfSatisfying(Delivery.Unreachable.class, problem -> assertThat(problem.reason())
                        .contains("certification path"));
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void aServerWithoutTlsGetsNoMail(SmtpSecurity security) {
        plain.start();

        assertThat(send("127.0.0.1", plain.getSmtp().getPort(), security)).isInstanceOf(Delivery.Unreachable.class);
        assertThat(plain.getReceivedMessages()).isEmpty();
    }

    @Test
    void aSettingIsOneOfThreeWords() {
        assertThat(List.of("none", "starttls", "tls"))
                .extracting(SmtpSecurity::of)
                .containsExactly(SmtpSecurity.NONE, SmtpSecurity.STARTTLS, SmtpSecurity.TLS);
        assertThatThrownBy(() -> SmtpSecurity.of("ssl")).isInstanceOf(IllegalArgumentException.class);
    }
}
