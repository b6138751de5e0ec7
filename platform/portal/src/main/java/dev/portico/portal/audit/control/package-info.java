/**
 * Writes the audit log in the transaction of what is recorded, and reads it one tenant at a time. Secrets never enter it.
 * Serves J4.
 */
@NullMarked
package dev.portico.portal.audit.control;

import org.jspecify.annotations.NullMarked;
