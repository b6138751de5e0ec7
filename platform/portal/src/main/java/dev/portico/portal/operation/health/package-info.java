/**
 * Whether the portal is alive and ready, for whatever starts, watches and balances it. Invariants: no check waits for Keycloak or for a
 * plugin; a plugin's trouble makes nobody unready. Serves operations (issue 3).
 */
@NullMarked
package dev.portico.portal.operation.health;

import org.jspecify.annotations.NullMarked;
