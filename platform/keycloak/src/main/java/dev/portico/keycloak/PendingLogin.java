package dev.portico.keycloak;

import java.io.Serializable;
import java.net.URI;
import java.time.Instant;

/** What must be remembered between sending the browser to Keycloak and its return. */
record PendingLogin(String realm, URI callback, String nonce, String codeVerifier, String returnTo, Instant startedAt)
        implements Serializable {}
