/**
 * A person is asked to come in: what of the link is kept, and how long it leads somewhere. Serves G2.
 */
@NullMarked
package dev.portico.portal.invitation.entity;

import org.jspecify.annotations.NullMarked;
