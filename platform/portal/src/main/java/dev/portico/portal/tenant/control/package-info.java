/**
 * The tenant of the current request or job, and the one place that hands out an entity manager: it names the tenant
 * to EclipseLink and to PostgreSQL in the first statement of each transaction, and refuses to work without one. Serves A2 and every isolation promise.
 */
@NullMarked
package dev.portico.portal.tenant.control;

import org.jspecify.annotations.NullMarked;
