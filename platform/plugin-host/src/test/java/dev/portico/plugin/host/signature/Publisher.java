package dev.portico.plugin.host.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.host.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Somebody with a key, who signs jars with what the JDK has for it. */
public record Publisher(PrivateKey key, X509Certificate certificate) {
    private static final String PASSWORD = "password";

    /** @param validity options of {@code keytool} */
    public static Publisher named(String name, Path folder, String... validity) throws Exception {
        var file = Files.createTempDirectory(folder, "keys").resolve("keys.p12");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "key",
                "-dname",
                "CN=" + name,
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(validity));
        var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        var keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        return new Publisher(
                (PrivateKey) keys.getKey("key", PASSWORD.toCharArray()), (X509Certificate) keys.getCertificate("key"));
    }

    public String keySha256() {
        return Sha256.of(certificate.getPublicKey().getEncoded());
    }

    public Path sign(Path jar) throws IOException {
        return sign(jar, "KEY", "SHA-256");
    }

    Path sign(Path jar, String signatureName, String digest) throws IOException {
        var signed = Files.createTempFile(jar.getParent(), "signed", ".jar");
        try (var in = new ZipFile(jar.toFile());
                var out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key, CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)))
                    .signerName(signatureName)
                    .digestAlgorithm(digest)
                    .build()
                    .sign(in, out);
            return signed;
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }
}
