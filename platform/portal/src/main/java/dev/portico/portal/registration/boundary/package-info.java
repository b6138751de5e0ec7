/**
 * Registering by oneself, where a tenant is set up for it; anywhere else these addresses lead nowhere. Whether an address
 * is known is told to its owner alone: the form is kept in any case, and what becomes of it is decided after the answer.
 *
 * <p>The password is chosen on the page that the mail leads to, as with an invitation. So none lies here until then, be it
 * sealed or hashed, the realm's own policy judges it while the person can still choose another one, and nobody can have
 * chosen it for the owner of an address. Serves C2.
 */
@NullMarked
package dev.portico.portal.registration.boundary;

import org.jspecify.annotations.NullMarked;
