package dev.portico.portal.publisher.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.host.signature.PublisherKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTextTest {
    private static final String KEY = "0a1ba8a7a46b21c861411517a637b83d14ca2457dfb4efa51fae13dd844f9d7a";
    private static final String PEM = pem();

    @Test
    void theTextOfACertificateIsRead() {
        assertThat(CertificateText.read(PEM)).hasValueSatisfying(CertificateTextTest::isTheKey);
    }

    /** As mails bring it: with words around it, and with the line ends of another system. */
    @Test
    void wordsAroundItAndOtherLineEndsDoNoHarm() {
        assertThat(CertificateText.read("Hello,\nhere it is:\n" + PEM.replace("\n", "\r\n") + "\nRegards"))
                .hasValueSatisfying(CertificateTextTest::isTheKey);
    }

    @Test
    void aBinaryFileBecomesTheSameText() {
        var lines = PEM.lines().filter(line -> !line.startsWith("-----")).toList();
        var binary = Base64.getDecoder().decode(String.join("", lines));
        assertThat(CertificateText.of(binary)).isEqualTo(PEM);
        assertThat(CertificateText.of(PEM.getBytes(StandardCharsets.UTF_8))).isEqualTo(PEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "certificate",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\n%%%%\n-----END CERTIFICATE-----",
                "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----",
                "0\u0082\u0001\u0094"
            })
    void anythingElseIsNone(String text) {
        assertThat(CertificateText.read(text)).isEmpty();
    }

    @Test
    void halfOfACertificateIsNone() {
        assertThat(CertificateText.read(PEM.substring(0, PEM.length() / 2))).isEmpty();
    }

    @Test
    void aPrivateKeyIsRecognised() {
        assertThat(CertificateText.isPrivateKey("-----BEGIN EC PRIVATE KEY-----\n"))
                .isTrue();
        assertThat(CertificateText.isPrivateKey("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"))
                .isTrue();
        assertThat(CertificateText.isPrivateKey(PEM)).isFalse();
    }

    private static void isTheKey(PublisherKey key) {
        assertThat(key.sha256()).isEqualTo(KEY);
        assertThat(key.subject()).isEqualTo("CN=Example Plugins,O=Example Ltd,C=ES");
    }

    private static String pem() {
        try (var stream = CertificateTextTest.class.getResourceAsStream("publisher.pem")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
