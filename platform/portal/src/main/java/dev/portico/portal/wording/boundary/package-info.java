/**
 * A tenant's own words in the place of the portal's and of plugins', as its administrators change them and as everything
 * that the tenant's people read shows them. Serves J5, J4.
 */
@NullMarked
package dev.portico.portal.wording.boundary;

import org.jspecify.annotations.NullMarked;
