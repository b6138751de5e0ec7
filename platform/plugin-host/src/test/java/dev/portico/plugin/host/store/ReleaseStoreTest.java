package dev.portico.plugin.host.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.portico.plugin.host.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseStoreTest {
    private static final byte[] ONE = "one".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "other".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path temp;

    private Path folder;
    private ReleaseStore store;

    @BeforeEach
    void open() throws IOException {
        folder = temp.resolve("new").resolve("store");
        store = new ReleaseStore(folder);
    }

    @Test
    void keepsBytesUnderTheirDigest() throws IOException {
        var kept = put(ONE);

        assertThat(kept).hasBinaryContent(ONE).hasFileName(Sha256.of(ONE) + ".jar");
        assertThat(store.find(Sha256.of(ONE))).contains(kept);
        assertThat(store.find(Sha256.of(OTHER))).isEmpty();
        assertThat(store.digests()).containsExactly(Sha256.of(ONE));
        assertThat(files()).containsExactly(kept.getFileName().toString());
    }

    @Test
    void nobodyMayWriteToWhatIsKept() throws IOException {
        assertThat(Files.getPosixFilePermissions(put(ONE)))
                .doesNotContain(
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.GROUP_WRITE,
                        PosixFilePermission.OTHERS_WRITE);
    }

    @Test
    void keepsNothingOfBytesWithAnotherDigest() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> store.put(Sha256.of(ONE), new ByteArrayInputStream(OTHER)))
                .withMessageContaining(Sha256.of(OTHER));

        assertThat(files()).isEmpty();
    }

    @Test
    void keepsNothingOfATransferThatBreaks() throws IOException {
        var breaking = new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read++ > 100_000) {
                    throw new IOException("the line went dead");
                }
                return 'x';
            }
        };

        assertThatIOException().isThrownBy(() -> store.put(Sha256.of(ONE), breaking));

        assertThat(files()).isEmpty();
    }

    @Test
    void isNotWrittenAgainWhereItIs() throws IOException {
        var before = Files.readAttributes(put(ONE), "unix:ino");

        store.put(Sha256.of(ONE), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("nobody should read this");
            }
        });

        assertThat(Files.readAttributes(put(ONE), "unix:ino")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "o", "one and more"})
    void aDamagedCopyIsAbsentAndCanBeFetchedAgain(String damaged) throws IOException {
        var kept = put(ONE);
        assertThat(kept.toFile().setWritable(true)).isTrue();
        Files.writeString(kept, damaged);

        assertThat(store.find(Sha256.of(ONE))).isEmpty();
        assertThat(put(ONE)).hasBinaryContent(ONE);
        assertThat(store.find(Sha256.of(ONE))).contains(kept);
    }

    @Test
    void retainsWhatIsWanted() throws IOException {
        put(ONE);
        put(OTHER);
        Files.writeString(folder.resolve("notes.jar"), "not ours");

        assertThat(store.retain(Set.of(Sha256.of(ONE)))).containsExactly(Sha256.of(OTHER));

        assertThat(store.digests()).containsExactly(Sha256.of(ONE));
        assertThat(files()).contains("notes.jar");
    }

    @Test
    void clearsUpAfterTransfersThatDiedAndLeavesThoseUnderWay() throws IOException {
        var dead = Files.createFile(folder.resolve("incoming-1.tmp"));
        Files.setLastModifiedTime(dead, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Files.createFile(folder.resolve("incoming-2.tmp"));

        store.retain(Set.of());

        assertThat(files()).containsExactly("incoming-2.tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc/passwd", "ABC", "g"})
    void takesDigestsOnly(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.find(text));
        assertThatIllegalArgumentException().isThrownBy(() -> store.put(text, InputStream.nullInputStream()));
    }

    /** Each has a store of its own on the folder, as processes would. */
    @Test
    void manyPutTheSameAtOnce() throws Exception {
        var bytes = new byte[3 << 20];
        new Random(1).nextBytes(bytes);
        var digest = Sha256.of(bytes);
        int many = 6;
        var together = new CyclicBarrier(many);
        var threads = Executors.newFixedThreadPool(many);
        try {
            var puts = new ArrayList<Callable<Path>>();
            for (int i = 0; i < many; i++) {
                puts.add(() -> {
                    var own = new ReleaseStore(folder);
                    together.await();
                    return own.put(digest, new ByteArrayInputStream(bytes));
                });
            }
            for (var put : threads.invokeAll(puts)) {
                assertThat(Sha256.of(put.get())).isEqualTo(digest);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).containsExactly(digest + ".jar");
    }

    private Path put(byte[] bytes) throws IOException {
        return store.put(Sha256.of(bytes), new ByteArrayInputStream(bytes));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
