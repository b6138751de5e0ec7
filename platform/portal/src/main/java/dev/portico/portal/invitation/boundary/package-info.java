/**
 * How a person who was invited comes in: one link, terms, a password, and they are in the tenant. A link that leads
 * nowhere any more says so and offers a new one; what comes of that is told by mail alone, so that nobody learns from
 * the page what has become of an account. Serves G2.
 */
@NullMarked
package dev.portico.portal.invitation.boundary;

import org.jspecify.annotations.NullMarked;
