package dev.portico.portal.extension.boundary;

import dev.portico.plugin.web.Answer;
import dev.portico.portal.web.EntityTag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A document of a plugin's, as it is sent.
 *
 * @param type of the content
 * @param shared whether everybody gets the same: anyone may keep it, and scripts of other sites may read it
 */
record DocumentAnswer(String type, byte[] content, Duration fresh, boolean shared) {
    /** Nothing that a browser shows as a page of ours: plugins write no HTML. */
    private static final Pattern TYPES =
            Pattern.compile("application/([a-z0-9.-]+\\+)?json|application/(atom|rss)\\+xml|text/(plain|csv|calendar)");

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** @throws IllegalArgumentException if it is too large, or of no type that programs read */
    static DocumentAnswer of(Answer.Document document, boolean shared) {
        if (!TYPES.matcher(document.type()).matches()) {
            throw new IllegalArgumentException("A document of type " + document.type());
        }
        if (document.text().length() > MOST_BYTES) {
            throw tooLarge();
        }
        var content = document.text().getBytes(StandardCharsets.UTF_8);
        if (content.length > MOST_BYTES) {
            throw tooLarge();
        }
        return new DocumentAnswer(document.type(), content, Objects.requireNonNull(document.fresh()), shared);
    }

    private static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException("A document of more than " + MOST_BYTES + " bytes");
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var tag = new EntityTag(digest(content));
        response.setHeader("ETag", tag.toString());
        if (shared) {
            response.setHeader("Cache-Control", "public, max-age=" + seconds());
            response.setHeader("Vary", "Accept-Language, Cookie");
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
        if (!request.getMethod().equals("POST") && tag.isKnownBy(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type + ";charset=UTF-8");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private long seconds() {
        return fresh.isNegative() ? 0 : fresh.compareTo(LONGEST) > 0 ? LONGEST.toSeconds() : fresh.toSeconds();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
