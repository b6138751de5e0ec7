package dev.portico.portal.extension.boundary;

import dev.portico.plugin.web.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document of a plugin's, as it is sent.
 *
 * @param shared whether everybody gets the same: anyone may keep it, and scripts of other sites may read it
 */
record DocumentAnswer(Answer.Document document, boolean shared) {
    /** Nothing that a browser shows as a page of ours: plugins write no HTML. */
    private static final Pattern TYPES =
            Pattern.compile("application/([a-z0-9.-]+\\+)?json|application/(atom|rss)\\+xml|text/(plain|csv|calendar)");

    private static final Duration LONGEST = Duration.ofDays(1);

    /** Whether it is of a type that programs read. */
    boolean permitted() {
        return TYPES.matcher(document.type()).matches();
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var content = document.text().getBytes(StandardCharsets.UTF_8);
        var tag = "\"" + digest(content) + "\"";
        response.setHeader("ETag", tag);
        if (shared) {
            response.setHeader("Cache-Control", "public, max-age=" + seconds());
            response.setHeader("Vary", "Accept-Language, Cookie");
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
        if (!request.getMethod().equals("POST") && isKnown(request, tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(document.type() + ";charset=UTF-8");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private long seconds() {
        var fresh = document.fresh();
        return fresh.isNegative() ? 0 : fresh.compareTo(LONGEST) > 0 ? LONGEST.toSeconds() : fresh.toSeconds();
    }

    private static boolean isKnown(HttpServletRequest request, String tag) {
        return Optional.ofNullable(request.getHeader("If-None-Match")).stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(String::strip)
                .anyMatch(known -> List.of("*", tag, "W/" + tag).contains(known));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
