package dev.portico.portal.ticket.boundary;

import dev.portico.portal.attachment.boundary.AttachmentResponse;
import dev.portico.portal.attachment.entity.Attachment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.function.Supplier;

/** A file as an answer of the API: never shown in place, never sniffed. */
final class AttachmentDownload {
    private AttachmentDownload() {}

    /** @param source opened only when the content is really sent */
    static Response response(Attachment attachment, Supplier<InputStream> source) {
        var response = Response.ok((StreamingOutput) out -> {
            try (var content = source.get()) {
                content.transferTo(out);
            }
        });
        AttachmentResponse.headers(attachment).forEach(response::header);
        return response.build();
    }
}
