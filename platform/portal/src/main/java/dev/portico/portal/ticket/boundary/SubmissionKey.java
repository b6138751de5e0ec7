package dev.portico.portal.ticket.boundary;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key that tells a repeated submission from a new one: chosen by the page, or by the caller of the API. */
final class SubmissionKey {
    private static final Pattern VALID = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private SubmissionKey() {}

    static boolean valid(String key) {
        return VALID.matcher(key).matches();
    }

    /** What a form brought back; a new one where it brought nothing that can be one. */
    static String of(@Nullable String key) {
        return Optional.ofNullable(key).filter(SubmissionKey::valid).orElseGet(() -> UUID.randomUUID()
                .toString());
    }
}
