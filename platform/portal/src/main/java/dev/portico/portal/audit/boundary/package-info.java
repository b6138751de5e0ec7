/**
 * The audit log as administrators read it: of the tenants that they serve and of the platform, as a page and as a file.
 * Serves J4.
 */
@NullMarked
package dev.portico.portal.audit.boundary;

import org.jspecify.annotations.NullMarked;
