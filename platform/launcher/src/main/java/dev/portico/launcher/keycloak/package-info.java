/**
 * The embedded Keycloak: its distribution unpacked and built once, and the demo realms (G1).
 *
 * <p>Invariants: every realm of the demo set comes from one template; secrets are put in at import, never shipped.
 */
@NullMarked
package dev.portico.launcher.keycloak;

import org.jspecify.annotations.NullMarked;
