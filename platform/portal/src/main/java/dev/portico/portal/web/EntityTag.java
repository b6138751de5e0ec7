package dev.portico.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the version of an answer is called (RFC 9110, 8.8.3).
 *
 * @param name without quotes
 */
public record EntityTag(String name) {
    /** Whether whoever asks has this version already. */
    public boolean isKnownBy(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("If-None-Match"))
                .filter(this::isAmong)
                .isPresent();
    }

    boolean isAmong(String ifNoneMatch) {
        return Stream.of(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || known.equals(toString()) || known.equals("W/" + this));
    }

    /** As it is sent. */
    @Override
    public String toString() {
        return "\"" + name + "\"";
    }
}
