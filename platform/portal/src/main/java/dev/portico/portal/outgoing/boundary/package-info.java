/**
 * Allowed origins as administrators of the platform handle them, by page and by REST. Every act is audited in its own
 * transaction. Serves F1, J4.
 */
@NullMarked
package dev.portico.portal.outgoing.boundary;

import org.jspecify.annotations.NullMarked;
