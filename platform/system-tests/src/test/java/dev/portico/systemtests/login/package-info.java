/**
 * Login, logout and sessions against the real Keycloak, as a browser without scripts goes through them: where a login
 * leads, what it opens and what ends it, what a token opens, what is kept of a form. Serves A4, G1, G4.
 */
@NullMarked
package dev.portico.systemtests.login;

import org.jspecify.annotations.NullMarked;
