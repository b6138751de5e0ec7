package dev.portico.portal.attachment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.attachment.entity.StoredFile;
import dev.portico.portal.attachment.entity.Uploader;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentResponseTest {
    @Test
    void aFileIsAlwaysADownloadWithoutRights() {
        assertThat(AttachmentResponse.headers(attachment("image/png")))
                .containsEntry("Content-Type", "image/png")
                .containsEntry("Content-Length", "5")
                .containsEntry("Content-Disposition", "attachment; filename=\"a.x\"; filename*=UTF-8''a.x")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "default-src 'none'; sandbox")
                .containsEntry("Cache-Control", "private, no-cache")
                .containsEntry("ETag", "\"abc\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xhtml+xml",
                "image/svg+xml",
                "application/xml",
                "text/xml",
                "text/javascript",
                "application/xslt+xml"
            })
    void whatABrowserWouldRunIsOpaque(String mediaType) {
        assertThat(AttachmentResponse.headers(attachment(mediaType)))
                .containsEntry("Content-Type", "application/octet-stream");
    }

    private static Attachment attachment(String mediaType) {
        var file = new StoredFile("0123456789abcdef0123456789abcdef", "a.x", mediaType, 5, "abc");
        return Attachment.ofTicket(new Uploader("s", "Somebody"), 1042, false, file, Instant.EPOCH);
    }
}
