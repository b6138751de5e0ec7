package dev.portico.keycloak;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's word that a session has ended, or, without a session id, every session of the subject. Serializable
 * so that it can be passed on to other nodes.
 */
public record LogoutNotice(String issuer, Optional<String> sessionId, Optional<String> subject)
        implements Serializable {

    public LogoutNotice {
        if (sessionId.isEmpty() && subject.isEmpty()) {
            throw new IllegalArgumentException("Neither session nor subject");
        }
    }

    boolean concerns(Identity identity) {
        if (!identity.issuer().equals(issuer)) {
            return false;
        }
        return sessionId.isPresent()
                ? identity.sessionId().equals(sessionId)
                : subject.filter(identity.subject()::equals).isPresent();
    }

    private Object writeReplace() {
        return new Form(issuer, sessionId.orElse(null), subject.orElse(null));
    }

    /** The serialized form: an Optional is not serializable. */
    private record Form(
            String issuer,
            @Nullable String sessionId,
            @Nullable String subject) implements Serializable {

        private Object readResolve() {
            return new LogoutNotice(issuer, Optional.ofNullable(sessionId), Optional.ofNullable(subject));
        }
    }
}
