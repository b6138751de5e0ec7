/**
 * Who is asking: login at the tenant's realm, the identity of a request, logout from either side. Serves G1, G4.
 */
@NullMarked
package dev.portico.portal.login;

import org.jspecify.annotations.NullMarked;
