package dev.portico.portal.ticket.boundary;

import dev.portico.portal.attachment.boundary.AttachmentResponse;
import dev.portico.portal.attachment.entity.Attachment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;

/** A file as an answer of the API: never shown in place, never sniffed. */
final class AttachmentDownload {
    private AttachmentDownload() {}

    static Response response(Attachment attachment, InputStream content) {
        var response = Response.ok((StreamingOutput) out -> {
            try (content) {
                content.transferTo(out);
            }
        });
        AttachmentResponse.headers(attachment).forEach(response::header);
        return response.build();
    }
}
