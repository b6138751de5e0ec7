/**
 * Publishers' keys as administrators of the platform handle them, by page and by REST: pinned, looked at, removed. Every
 * act is audited in its own transaction. Serves J1, J4.
 */
@NullMarked
package dev.portico.portal.publisher.boundary;

import org.jspecify.annotations.NullMarked;
