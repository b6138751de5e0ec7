/**
 * Where a visitor chooses a support programme. Serves A2.
 */
@NullMarked
package dev.portico.portal.tenant.boundary;

import org.jspecify.annotations.NullMarked;
