/** The tenants' own words in the database, and what such words may be. Serves J5. */
@NullMarked
package dev.portico.portal.wording.control;

import org.jspecify.annotations.NullMarked;
