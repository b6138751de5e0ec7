/**
 * Keeps the portal's accounts and Keycloak's the same. What the portal decides is told until Keycloak knows; what is decided
 * at Keycloak is followed, unless the portal has something to tell. Keycloak is never asked inside a transaction, and what is
 * asked of it may be asked again: whoever dies over it leaves it to another. Serves G1, G2.
 */
@NullMarked
package dev.portico.portal.realm.boundary;

import org.jspecify.annotations.NullMarked;
