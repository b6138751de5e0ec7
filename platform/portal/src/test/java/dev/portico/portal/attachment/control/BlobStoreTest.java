package dev.portico.portal.attachment.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlobStoreTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private final BlobStore blobs = new BlobStore();

    @BeforeEach
    void keepBlobsInTheFolder() {
        blobs.directory = folder.resolve("attachments").toString();
    }

    @Test
    void bytesAreKeptUnderTenantAndId() throws IOException {
        write("harmony", "hello");
        assertThat(folder.resolve("attachments/harmony/01/" + ID)).hasContent("hello");
        try (var content = blobs.read("harmony", ID)) {
            assertThat(content).hasContent("hello");
        }
    }

    @Test
    void anotherTenantHasNoneOfThem() {
        write("harmony", "hello");
        assertThatThrownBy(() -> blobs.read("bmc", ID)).isInstanceOf(UncheckedIOException.class);
        blobs.delete("bmc", ID);
        assertThat(files()).hasSize(1);
    }

    /** The portal was killed while it copied. */
    @Test
    void aCopyIsMadeAlsoWhereAnInterruptedOneHasLeftAPart() throws IOException {
        write("harmony", "hello");
        var there = Files.createDirectories(folder.resolve("attachments/bmc/01"));
        Files.writeString(there.resolve(ID + ".part"), "hel");
        blobs.copy("harmony", "bmc", ID);
        blobs.copy("harmony", "bmc", ID);
        assertThat(there.resolve(ID)).hasContent("hello");
        assertThat(there.resolve(ID + ".part")).doesNotExist();
        assertThat(folder.resolve("attachments/harmony/01/" + ID)).hasContent("hello");
    }

    @Test
    void deletingTwiceIsQuiet() {
        write("harmony", "hello");
        blobs.delete("harmony", ID);
        blobs.delete("harmony", ID);
        assertThat(files()).isEmpty();
    }

    @Test
    void nothingStaysOfAWriteThatFails() {
        assertThatThrownBy(() -> blobs.write("harmony", ID, out -> {
                    out.write(new byte[10_000]);
                    throw new IOException("the connection is lost");
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "harmony, ../../../../etc/passwd",
        "harmony, 0123456789abcdef0123456789abcde/",
        "harmony, 0123456789ABCDEF0123456789ABCDEF",
        "harmony, ''",
        "harmony, '..'",
        ".., 0123456789abcdef0123456789abcdef",
        "/tmp, 0123456789abcdef0123456789abcdef",
        "'', 0123456789abcdef0123456789abcdef"
    })
    void noPathLeadsOutOfTheFolder(String tenant, String id) {
        assertThatThrownBy(() -> blobs.read(tenant, id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.delete(tenant, id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.write(tenant, id, out -> 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void idsAreValidAndDiffer() {
        assertThat(AttachmentId.next()).matches(AttachmentId::valid).isNotEqualTo(AttachmentId.next());
    }

    private void write(String tenant, String text) {
        blobs.write(tenant, ID, out -> {
            out.write(text.getBytes(UTF_8));
            return 0;
        });
    }

    private List<Path> files() {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
