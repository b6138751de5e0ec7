package dev.portico.plugin.host.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.fixtures.Publisher;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.Sha256;
import dev.portico.plugin.host.vetting.Limits;
import dev.portico.plugin.host.vetting.Vetting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTest {
    @TempDir
    private static Path folder;

    private static Publisher ours;
    private static Publisher stranger;
    private static Path unsigned;
    private static Path signed;

    @BeforeAll
    static void makeJars() throws Exception {
        ours = Publisher.named("Ours");
        stranger = Publisher.named("Stranger");
        unsigned = write(Map.of(
                "META-INF/", "", "META-INF/portico/plugin.json", "{}", "plug/policy.txt", "policy", "plug/", ""));
        signed = ours.sign(unsigned);
    }

    @Test
    void unsignedIsUnsigned() throws IOException {
        assertThat(Signature.of(unsigned)).isEqualTo(new Signature.Unsigned());
    }

    @Test
    void tellsWhoSignedEverything() throws IOException {
        assertThat(Signature.of(signed)).isInstanceOfSatisfying(Signature.Signed.class, signature -> {
            assertThat(signature.signer().key())
                    .isEqualTo(new PublisherKey(
                            ours.keySha256(),
                            "CN=Ours",
                            ours.certificate().getNotAfter().toInstant()));
            assertThat(signature.signer().signedAt()).isEmpty();
        });
    }

    @Test
    void signedJarPassesTheVetting() throws IOException {
        try (var upload = Files.newInputStream(signed)) {
            assertThat(Vetting.of(upload, Limits.STANDARD)).isInstanceOf(Vetting.Passed.class);
        }
    }

    @Test
    void aCertificateThatHasEndedStillProvesTheKey() throws Exception {
        var former = Publisher.named("Former", "-startdate", "-2y", "-validity", "30");

        assertThat(Signature.of(former.sign(unsigned))).isInstanceOf(Signature.Signed.class);
    }

    @Test
    void changedFile() throws IOException {
        assertThat(problems(changed(files -> files.put("plug/policy.txt", bytes("other")))))
                .containsExactly("tampered plug/policy.txt");
    }

    @Test
    void addedFile() throws IOException {
        assertThat(problems(changed(files -> files.put("plug/added.txt", bytes("x")))))
                .containsExactly("not-signed plug/added.txt");
    }

    @Test
    void addedFileThatTheManifestNames() throws IOException {
        var entry = "Name: plug/added.txt\r\nSHA-256-Digest: "
                + Base64.getEncoder().encodeToString(Sha256.digest().digest(bytes("x"))) + "\r\n\r\n";

        assertThat(problems(changed(files -> {
                    files.put("plug/added.txt", bytes("x"));
                    files.merge("META-INF/MANIFEST.MF", bytes(entry), SignatureTest::join);
                })))
                .containsExactly("not-signed plug/added.txt");
    }

    @Test
    void removedFile() throws IOException {
        assertThat(problems(changed(files -> files.remove("META-INF/portico/plugin.json"))))
                .containsExactly("signed-and-gone META-INF/portico/plugin.json");
    }

    @Test
    void removedFileThatTheManifestDoesNotNameAnyMore() throws IOException {
        assertThat(problems(changed(files -> {
                    files.remove("META-INF/portico/plugin.json");
                    files.compute(
                            "META-INF/MANIFEST.MF",
                            (name, manifest) -> bytes(text(manifest)
                                    .replaceFirst(
                                            "Name: META-INF/portico/plugin.json\r\nSHA-256-Digest: .*\r\n\r\n", "")));
                })))
                .containsExactly("tampered META-INF/");
    }

    @Test
    void changedFileWithItsDigestInTheManifest() throws IOException {
        var before = Sha256.digest().digest(bytes("policy"));
        var after = Sha256.digest().digest(bytes("other"));
        var base64 = Base64.getEncoder();

        assertThat(problems(changed(files -> {
                    files.put("plug/policy.txt", bytes("other"));
                    files.compute(
                            "META-INF/MANIFEST.MF",
                            (name, manifest) -> bytes(text(manifest)
                                    .replace(base64.encodeToString(before), base64.encodeToString(after))));
                })))
                .containsExactly("tampered META-INF/");
    }

    @Test
    void changedListOfWhatIsSigned() throws IOException {
        assertThat(problems(changed(
                        files -> files.merge("META-INF/KEY.SF", bytes("Name: x\r\n\r\n"), SignatureTest::join))))
                .containsExactly("tampered META-INF/");
    }

    @Test
    void damagedSignature() throws IOException {
        assertThat(problems(changed(files -> files.put("META-INF/KEY.EC", bytes("no signature")))))
                .containsExactly("signature-of-no-use");
    }

    @Test
    void missingSignature() throws IOException {
        assertThat(problems(changed(files -> files.remove("META-INF/KEY.EC")))).containsExactly("signature-of-no-use");
    }

    @Test
    void rubbishInPlaceOfASignature() throws IOException {
        assertThat(problems(write(Map.of("a.txt", "x", "META-INF/KEY.SF", "rubbish\n", "META-INF/KEY.EC", "rubbish"))))
                .containsExactly("signature-of-no-use");
        assertThat(problems(write(Map.of("a.txt", "x", "META-INF/MANIFEST.MF", "rubbish\n", "META-INF/KEY.SF", ""))))
                .containsExactly("tampered META-INF/");
    }

    @Test
    void rubbishBesideASignature() throws IOException {
        assertThat(problems(changed(files -> files.put("META-INF/MORE.SF", bytes("rubbish\n")))))
                .containsExactly("several-signers");
    }

    /** What stays signed is damaged where it proves nothing: the owner's name in the certificate, for example. */
    @Test
    void whateverIsDamagedIsNeverAnException() throws IOException {
        for (var name : List.of("META-INF/MANIFEST.MF", "META-INF/KEY.SF", "META-INF/KEY.EC")) {
            var content = files(signed).get(name);
            for (int i = 0; i < content.length; i += 11) {
                var damaged = content.clone();
                damaged[i] ^= (byte) (1 << i % 7);
                var signature = Signature.of(changed(files -> files.put(name, damaged)));
                assertThat(signature).isNotInstanceOf(Signature.Unsigned.class);
                if (name.endsWith(".SF")) {
                    assertThat(signature).isInstanceOf(Signature.Invalid.class);
                }
            }
        }
    }

    @Test
    void signatureOfAnotherJar() throws IOException {
        var other = stranger.sign(write(Map.of("a.txt", "another")));

        assertThat(problems(changed(files -> {
                    var theirs = files(other);
                    files.put("META-INF/KEY.EC", theirs.get("META-INF/KEY.EC"));
                })))
                .containsExactly("tampered META-INF/");
    }

    @Test
    void weakDigest() throws IOException {
        assertThat(problems(ours.sign(unsigned, "KEY", "MD5"))).containsExactly("signature-of-no-use");
    }

    @Test
    void twoSigners() throws IOException {
        assertThat(problems(stranger.sign(signed, "OTHER", "SHA-256"))).containsExactly("several-signers");
    }

    @Test
    void aSignatureFileMoreIsAPlaceToHide() throws IOException {
        assertThat(problems(changed(files -> files.put("META-INF/MORE.RSA", bytes("x")))))
                .containsExactly("several-signers");
    }

    @Test
    void onlyPinnedKeysAreTrusted() throws IOException {
        var policy = new TrustPolicy(Map.of(ours.keySha256(), "Us"), false);

        assertThat(policy.judge(Signature.of(signed)))
                .isInstanceOfSatisfying(Trust.Published.class, trust -> assertThat(trust.publisher())
                        .isEqualTo("Us"));
        assertThat(refused(policy, stranger.sign(unsigned))).singleElement().satisfies(problem -> assertThat(
                        problem.arguments())
                .containsEntry("subject", "CN=Stranger")
                .containsEntry("key", stranger.keySha256()));
        assertThat(refused(policy, unsigned)).extracting(Problem::key).containsExactly("plugin.problem.unsigned");
    }

    @Test
    void developmentTakesWhatNobodyKnownSignedButNothingBroken() throws IOException {
        var policy = new TrustPolicy(Map.of(), true);
        var tampered = changed(files -> files.put("plug/policy.txt", bytes("other")));

        assertThat(policy.judge(Signature.of(unsigned))).isEqualTo(new Trust.Unverified(Optional.empty()));
        assertThat(policy.judge(Signature.of(signed)))
                .isInstanceOfSatisfying(Trust.Unverified.class, trust -> assertThat(trust.signer())
                        .get()
                        .extracting(signer -> signer.key().subject())
                        .isEqualTo("CN=Ours"));
        assertThat(refused(policy, tampered)).extracting(Problem::key).containsExactly("plugin.problem.tampered");
    }

    @Test
    void readsTheCertificateThatAPublisherGivesOut() throws Exception {
        var binary = ours.certificate().getEncoded();
        var text = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(binary)
                + "\n-----END CERTIFICATE-----\n";

        for (var certificate : List.of(binary, bytes(text))) {
            assertThat(PublisherKey.read(new ByteArrayInputStream(certificate)))
                    .get()
                    .extracting(PublisherKey::sha256)
                    .isEqualTo(ours.keySha256());
        }
        for (var other :
                List.of("", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")) {
            assertThat(PublisherKey.read(new ByteArrayInputStream(bytes(other))))
                    .isEmpty();
        }
    }

    @Test
    void whatIsBundledNeedsNoSignatureButNoBrokenOneEither() throws IOException {
        assertThat(Trust.ofBundled(Signature.of(unsigned))).isEqualTo(new Trust.Bundled());
        assertThat(Trust.ofBundled(Signature.of(signed))).isEqualTo(new Trust.Bundled());
        assertThat(Trust.ofBundled(Signature.of(changed(files -> files.put("plug/policy.txt", bytes("other"))))))
                .isInstanceOf(Trust.Refused.class);
    }

    private static List<Problem> refused(TrustPolicy policy, Path jar) throws IOException {
        var trust = policy.judge(Signature.of(jar));
        assertThat(trust).isInstanceOf(Trust.Refused.class);
        return ((Trust.Refused) trust).problems();
    }

    private static List<String> problems(Path jar) throws IOException {
        var signature = Signature.of(jar);
        assertThat(signature).isInstanceOf(Signature.Invalid.class);
        return ((Signature.Invalid) signature)
                .problems().stream()
                        .map(problem -> (problem.key().replace("plugin.problem.", "") + " " + problem.place()).strip())
                        .toList();
    }

    /** The signed jar, in which somebody changed something. */
    private static Path changed(Consumer<Map<String, byte[]>> change) throws IOException {
        var files = files(signed);
        change.accept(files);
        return writeBytes(files);
    }

    private static Map<String, byte[]> files(Path jar) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(Files.newInputStream(jar))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
            return files;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Path write(Map<String, String> files) throws IOException {
        var content = new LinkedHashMap<String, byte[]>();
        files.forEach((name, text) -> content.put(name, bytes(text)));
        return writeBytes(content);
    }

    private static Path writeBytes(Map<String, byte[]> files) throws IOException {
        var jar = Files.createTempFile(folder, "made", ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return jar;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] one, byte[] other) {
        return bytes(text(one) + text(other));
    }
}
