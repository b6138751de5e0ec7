/** A tenant's own words for one message in one language. Serves J5. */
@NullMarked
package dev.portico.portal.wording.entity;

import org.jspecify.annotations.NullMarked;
