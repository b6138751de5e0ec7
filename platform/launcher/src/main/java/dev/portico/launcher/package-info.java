/**
 * Starts the embedded stack on loopback: PostgreSQL, Keycloak, a mail sink and the portal on Payara Micro.
 *
 * <p>Invariants: whatever was started is stopped, in the order portal, Keycloak, mail, PostgreSQL; one launcher per data
 * folder; nothing listens beyond 127.0.0.1. Serves A2, G1, H4 on a machine that has only a JDK, Maven and git.
 */
@NullMarked
package dev.portico.launcher;

import org.jspecify.annotations.NullMarked;
