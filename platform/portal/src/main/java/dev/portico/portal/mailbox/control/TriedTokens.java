package dev.portico.portal.mailbox.control;

import dev.portico.portal.secret.SecretCipher;
import dev.portico.portal.secret.SecretCipher.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a refresh token was exchanged for when somebody tried it out before it was saved, as it may have ended with that. The
 * form itself carries it, sealed, to whichever node is asked next.
 */
@ApplicationScoped
public class TriedTokens {
    /** Of the form, of which nothing is kept while somebody logs in again. */
    public static final String FIELD = "secret-tried-token";

    // Tokens are printable ASCII (RFC 6749); typed ones need not be, and hold none of these all the same.
    private static final String BETWEEN = "\n";

    @Inject
    SecretCipher cipher;

    /**
     * @param sealed whatever the form sent
     * @param other what the one that is used now was exchanged for
     */
    public String exchanged(String tenantId, String sealed, String typed, String other) {
        var typedBefore = find(tenantId, sealed, typed).map(Tried::typed).orElse(List.of(typed));
        return seal(tenantId, new Tried(other, typedBefore));
    }

    /** Goes on counting in an answer that does not repeat what was typed. */
    public String untyped(String tenantId, String sealed, String typed) {
        return find(tenantId, sealed, typed)
                .filter(tried -> !tried.typed().contains(""))
                .map(tried -> seal(
                        tenantId,
                        new Tried(
                                tried.current(),
                                Stream.concat(tried.typed().stream(), Stream.of(""))
                                        .toList())))
                .orElse(sealed);
    }

    /** @return the typed one, where it was exchanged for none */
    public String current(String tenantId, String sealed, String typed) {
        return find(tenantId, sealed, typed).map(Tried::current).orElse(typed);
    }

    /** @param typed what may stand in the field for it */
    private record Tried(String current, List<String> typed) {}

    private String seal(String tenantId, Tried tried) {
        return cipher.seal(place(tenantId), tried.current() + BETWEEN + String.join(BETWEEN, tried.typed()));
    }

    private Optional<Tried> find(String tenantId, String sealed, String typed) {
        return cipher.open(place(tenantId), sealed)
                .map(text -> List.of(text.split(BETWEEN, -1)))
                .map(parts -> new Tried(parts.get(0), parts.subList(1, parts.size())))
                .filter(tried -> tried.typed().contains(typed));
    }

    private static Place place(String tenantId) {
        return new Place(tenantId, "/mailbox/tried-token", "");
    }
}
