package dev.portico.portal.attachment.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileIntakeTest {
    private static final int LIMIT = 1_000_000;

    @TempDir
    Path folder;

    private final FileIntake intake = new FileIntake();
    private final List<Synchronization> synchronizations = new ArrayList<>();

    @BeforeEach
    void inATransactionOfATenant() {
        intake.blobs = new BlobStore();
        intake.blobs.directory = folder.toString();
        intake.tenants = new TenantContext();
        intake.tenants.enter(tenant());
        intake.transaction = (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> synchronizations.add((Synchronization) arguments[0]) ? null : null);
    }

    @Test
    void aFileIsKeptAsItIs() {
        var stored = intake.take(upload("C:\\hello.txt", "hello".getBytes(UTF_8)));
        assertThat(stored.name()).isEqualTo("hello.txt");
        assertThat(stored.mediaType()).isEqualTo("text/plain");
        assertThat(stored.size()).isEqualTo(5);
        assertThat(stored.sha256()).isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(files()).singleElement().satisfies(file -> assertThat(file).hasContent("hello"));
    }

    @Test
    void aFileOfExactlyTheLimitIsTaken() {
        assertThat(intake.take(upload("full.bin", new byte[LIMIT])).size()).isEqualTo(LIMIT);
        assertThatThrownBy(() -> intake.take(upload("more.bin", new byte[LIMIT + 1])))
                .isInstanceOf(PortalException.class);
        assertThat(files()).hasSize(1);
    }

    @Test
    void anEndlessStreamIsCutOffAtTheLimit() {
        var endless = new Endless();
        assertThatThrownBy(() -> intake.take(new Upload(endless, "endless.log", 10)))
                .asInstanceOf(type(PortalException.class))
                .satisfies(refused -> {
                    assertThat(refused.kind()).isEqualTo(PortalException.Kind.TOO_LARGE);
                    assertThat(refused.key()).isEqualTo("attachment.too-large");
                    assertThat(refused.args()).isEqualTo(Map.of("name", "endless.log", "limit", 1.0));
                });
        assertThat(endless.given).isBetween((long) LIMIT, LIMIT + 100_000L);
        assertThat(files()).isEmpty();
    }

    @Test
    void whatClaimsToBeTooLargeIsNotRead() {
        var endless = new Endless();
        assertThatThrownBy(() -> intake.take(new Upload(endless, "x", LIMIT + 1)))
                .isInstanceOf(PortalException.class);
        assertThat(endless.given).isZero();
    }

    @Test
    void anEmptyFileAndAProgramAreRefused() {
        assertThat(refusal("empty.txt", new byte[0])).isEqualTo("attachment.empty");
        assertThat(refusal("a.bat", "echo".getBytes(UTF_8))).isEqualTo("attachment.forbidden-type");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({Status.STATUS_COMMITTED + ", 1", Status.STATUS_ROLLEDBACK + ", 0", Status.STATUS_UNKNOWN + ", 1"})
    void aFileIsGoneOnlyWhereItsRecordCertainlyIs(int outcome, int left) {
        intake.take(upload("a.txt", "a".getBytes(UTF_8)));
        complete(outcome);
        assertThat(files()).hasSize(left);
    }

    @ParameterizedTest
    @CsvSource({Status.STATUS_COMMITTED + ", 0", Status.STATUS_ROLLEDBACK + ", 1", Status.STATUS_UNKNOWN + ", 1"})
    void aRemovedFileStaysUntilItsRecordIsCertainlyGone(int outcome, int left) {
        var stored = intake.take(upload("a.txt", "a".getBytes(UTF_8)));
        synchronizations.clear();
        intake.forget(stored.id());
        assertThat(files()).hasSize(1);
        complete(outcome);
        assertThat(files()).hasSize(left);
    }

    private void complete(int outcome) {
        synchronizations.forEach(synchronization -> synchronization.afterCompletion(outcome));
    }

    private String refusal(String name, byte[] content) {
        try {
            intake.take(upload(name, content));
            return "taken";
        } catch (PortalException refused) {
            return refused.fields().stream().map(FieldProblem::key).findFirst().orElse("");
        }
    }

    private static Upload upload(String name, byte[] content) {
        return new Upload(new ByteArrayInputStream(content), name, -1);
    }

    private List<Path> files() {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tenant tenant() {
        return new Tenant(
                "harmony",
                false,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Locale.ENGLISH,
                List.of(Locale.ENGLISH),
                ZoneOffset.UTC,
                "#000",
                "#fff",
                LIMIT,
                3);
    }

    private static class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }
    }
}
