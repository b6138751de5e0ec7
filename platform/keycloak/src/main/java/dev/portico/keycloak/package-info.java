/**
 * OpenID Connect login for a portal whose tenants each have a realm of their own in one Keycloak (G1, G4):
 * code flow with PKCE, logout from either side, and bearer tokens for API calls; and the administration of the accounts
 * of each realm, by a service account that may do nothing else there (G2). Plain classes for a servlet
 * filter that has already resolved the tenant; no type of the OpenID Connect library appears in a public
 * signature. Invariants: the issuer is computed from the realm, never taken from a token or a request; a token
 * or a pending login of one realm counts for nothing in another; the portal keeps no password; a silent Keycloak ends in
 * {@link dev.portico.keycloak.LoginUnavailableException} within the time-outs, never in a hanging request.
 */
@NullMarked
package dev.portico.keycloak;

import org.jspecify.annotations.NullMarked;
