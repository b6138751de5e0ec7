/**
 * What people can do about the data kept about them: take it with them, and ask for its deletion, which the tenant's
 * administrator carries out or refuses. What each feature forgets of a person it decides itself, in the transaction of the
 * deletion, by {@link dev.portico.portal.account.control.AccountErased}; Keycloak's account is deleted afterwards, and again
 * and again until it is gone. The audit log keeps what was done by whom. Serves G3.
 */
@NullMarked
package dev.portico.portal.privacy.boundary;

import org.jspecify.annotations.NullMarked;
