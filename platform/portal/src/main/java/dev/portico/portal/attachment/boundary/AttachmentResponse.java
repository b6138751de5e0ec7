package dev.portico.portal.attachment.boundary;

import dev.portico.portal.attachment.control.ContentDisposition;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.web.EntityTag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Sends a file so that no browser ever shows it as a page of ours: always as a download, of a type that is not guessed
 * again, and without rights should it be opened nevertheless.
 */
public final class AttachmentResponse {
    private static final String OPAQUE = "application/octet-stream";

    /** What a browser runs scripts of; every other XML is opaque as well. */
    private static final Set<String> ACTIVE = Set.of(
            "text/html",
            "text/xml",
            "application/xml",
            "text/xsl",
            "text/javascript",
            "application/javascript",
            "multipart/related",
            "message/rfc822");

    private AttachmentResponse() {}

    /** Everything that a download says of itself, by header name. */
    public static Map<String, String> headers(Attachment attachment) {
        return Map.of(
                "Content-Type", contentType(attachment.mediaType()),
                "Content-Length", Long.toString(attachment.size()),
                "Content-Disposition", ContentDisposition.attachment(attachment.name()),
                "Content-Security-Policy", "default-src 'none'; sandbox",
                "X-Content-Type-Options", "nosniff",
                // Kept, but asked about each time: the right to see it may have gone.
                "Cache-Control", "private, no-cache",
                "ETag", tag(attachment).toString());
    }

    /** Sends the file, or 304 where the browser has it. The caller closes {@code content}. */
    public static void send(
            HttpServletRequest request, HttpServletResponse response, Attachment attachment, InputStream content)
            throws IOException {
        var headers = new HashMap<>(headers(attachment));
        var known = tag(attachment).isKnownBy(request);
        if (known) {
            headers.keySet().removeAll(Set.of("Content-Type", "Content-Length", "Content-Disposition"));
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        headers.forEach(response::setHeader);
        if (!known && !request.getMethod().equals("HEAD")) {
            content.transferTo(response.getOutputStream());
        }
    }

    private static EntityTag tag(Attachment attachment) {
        return new EntityTag(attachment.sha256());
    }

    static String contentType(String mediaType) {
        return ACTIVE.contains(mediaType) || mediaType.endsWith("+xml") ? OPAQUE : mediaType;
    }
}
