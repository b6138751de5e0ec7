/**
 * Somebody wants to have an account: what they entered, until they have shown that the address is theirs. There is no
 * password among it. Serves C2.
 */
@NullMarked
package dev.portico.portal.registration.entity;

import org.jspecify.annotations.NullMarked;
