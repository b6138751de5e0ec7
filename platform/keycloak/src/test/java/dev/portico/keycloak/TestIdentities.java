package dev.portico.keycloak;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Identities for tests. */
final class TestIdentities {

    private TestIdentities() {}

    static Identity identity(String realm, String subject, String sid) {
        return new Identity(
                "http://localhost/realms/" + realm,
                subject,
                realm,
                "acme-es",
                "Ana",
                Optional.of("Ana"),
                Optional.empty(),
                "acme-es@acme.example",
                true,
                Optional.of("es"),
                Optional.empty(),
                Optional.of("acme"),
                Optional.empty(),
                Set.of("customer"),
                Set.of(),
                Optional.of(sid),
                Optional.of("header.claims.signature"),
                Instant.EPOCH);
    }

    static LogoutNotice sessionEnd(String realm, String sid) {
        return new LogoutNotice("http://localhost/realms/" + realm, Optional.of(sid), Optional.empty());
    }

    static LogoutNotice subjectEnd(String realm, String subject) {
        return new LogoutNotice("http://localhost/realms/" + realm, Optional.empty(), Optional.of(subject));
    }
}
