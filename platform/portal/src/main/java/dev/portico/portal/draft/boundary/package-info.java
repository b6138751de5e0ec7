/**
 * Keeping and giving back what was typed, across reloads, lost sessions and new logins. Serves B3, B7.
 */
@NullMarked
package dev.portico.portal.draft.boundary;

import org.jspecify.annotations.NullMarked;
