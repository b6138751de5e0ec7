/**
 * A person's record in one tenant, keyed by the realm's subject. Serves G1, G3.
 */
@NullMarked
package dev.portico.portal.account.entity;

import org.jspecify.annotations.NullMarked;
