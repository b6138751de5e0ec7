/** Runs that move tickets from one tenant's desk to another's, and the tickets that had to stay. Of the tenant that they leave. Serves C4. */
@NullMarked
package dev.portico.portal.migration.entity;

import org.jspecify.annotations.NullMarked;
