/**
 * The page that shows the members of an organization what is new, what their organization has and who belongs to it,
 * where a plugin declares one. Serves D1.
 */
@NullMarked
package dev.portico.portal.dashboard.boundary;

import org.jspecify.annotations.NullMarked;
