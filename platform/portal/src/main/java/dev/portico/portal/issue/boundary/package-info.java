/**
 * What the current tenant's plugins know to be wrong (F2): said on every page, and offered to whoever is about to report
 * it. The issues are the plugins'; the portal keeps nothing of them but for a few seconds.
 */
@NullMarked
package dev.portico.portal.issue.boundary;

import org.jspecify.annotations.NullMarked;
