package dev.portico.plugin.host.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.portico.i18n.Languages;
import dev.portico.plugin.fixtures.Publisher;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.ManifestReader;
import dev.portico.plugin.host.PluginHost;
import dev.portico.plugin.host.Sha256;
import dev.portico.plugin.host.scan.Power;
import dev.portico.plugin.host.signature.Trust;
import dev.portico.plugin.host.signature.TrustPolicy;
import dev.portico.plugin.host.store.ReleaseStore;
import dev.portico.plugin.host.vetting.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionTest {
    private static final TrustPolicy DEVELOPMENT = new TrustPolicy(Map.of(), true);
    private static final TrustPolicy NOBODY = new TrustPolicy(Map.of(), false);

    @TempDir
    private Path folder;

    private Path quarantine;

    @BeforeEach
    void makeQuarantine() throws IOException {
        quarantine = Files.createDirectory(folder.resolve("quarantine"));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(quarantine).isEmptyDirectory();
    }

    @Test
    void aSignedPluginIsACandidateWithAllThatIsToBeKnownOfIt() throws Exception {
        var publisher = Publisher.named("Ours");
        var jar = publisher.sign(jar(new TestPlugin().policy("System.exit(1); return Optional.empty();")));
        var policy = new TrustPolicy(Map.of(publisher.keySha256(), "Us"), false);

        assertThat(examine(jar, policy)).isInstanceOfSatisfying(Admission.Candidate.class, candidate -> {
            assertThat(candidate.manifest().id()).isEqualTo("desk");
            assertThat(candidate.messages()).containsKeys(Languages.ENGLISH, Languages.SPANISH);
            assertThat(candidate.trust())
                    .isInstanceOfSatisfying(Trust.Published.class, trust -> assertThat(trust.publisher())
                            .isEqualTo("Us"));
            assertThat(candidate.scan().uses()).containsOnlyKeys(Power.EXIT);
            assertThat(candidate.sha256())
                    .isEqualTo(Sha256.of(candidate.content().toByteArray()));
            assertThat(candidate.content().open()).hasSameContentAs(open(jar));
        });
    }

    @Test
    void whatWasAdmittedRunsFromTheStore() throws Exception {
        var publisher = Publisher.named("Ours");
        var jar = publisher.sign(jar(new TestPlugin().policy("return Optional.empty();")));
        var policy = new TrustPolicy(Map.of(publisher.keySha256(), "Us"), false);
        var candidate = (Admission.Candidate) examine(jar, policy);
        var store = folder.resolve("store");

        new ReleaseStore(store).put(candidate.sha256(), candidate.content().open());

        try (var host = PluginHost.open(store)) {
            assertThat(host.catalog().plugin("desk")).get().satisfies(running -> {
                assertThat(running.sha256()).isEqualTo(candidate.sha256());
                assertThat(running.manifest()).isEqualTo(candidate.manifest());
            });
        }
    }

    @Test
    void tellsOfTheSignatureAndTheManifestAtOnce() throws IOException {
        var jar = jar(new TestPlugin().patch(p -> p.remove("/provider").replace("/version", "1")));

        assertThat(problems(examine(jar, NOBODY)))
                .containsExactly(
                        "the jar is not signed",
                        "provider: missing",
                        "version: '1' is no semantic version such as 1.0.0");
    }

    @Test
    void ofAHostileJarNothingElseIsTold() throws IOException {
        var jar = jar(new TestPlugin().patch(p -> p.remove("/provider")).file("../evil", "x"));

        assertThat(problems(examine(jar, NOBODY)))
                .containsExactly("../evil: leads out of the folder that the jar would be unpacked in");
    }

    @Test
    void whatNobodySignedIsForDevelopmentAndWhatIsShipped() throws IOException {
        var jar = jar(new TestPlugin());

        assertThat(trust(examine(jar, DEVELOPMENT))).isEqualTo(new Trust.Unverified(Optional.empty()));
        try (var bytes = open(jar)) {
            assertThat(trust(admissions().examineBundled(bytes))).isEqualTo(new Trust.Bundled());
        }
    }

    @Test
    void anUploadThatBreaksOffIsNone() {
        var breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line went dead");
            }
        };

        assertThatIOException().isThrownBy(() -> admissions().examine(breaking, DEVELOPMENT));
    }

    private Admissions admissions() {
        return new Admissions(new ManifestReader(), Limits.STANDARD, quarantine);
    }

    private Admission examine(Path jar, TrustPolicy policy) throws IOException {
        try (var bytes = open(jar)) {
            return admissions().examine(bytes, policy);
        }
    }

    private Path jar(TestPlugin plugin) {
        return plugin.writeTo(folder.resolve("plugin.jar"));
    }

    private static InputStream open(Path jar) {
        try {
            return Files.newInputStream(jar);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Trust trust(Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Candidate.class);
        return ((Admission.Candidate) admission).trust();
    }

    private static List<String> problems(Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Refused.class);
        return ((Admission.Refused) admission)
                .problems().stream().map(Object::toString).toList();
    }
}
