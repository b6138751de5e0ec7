/**
 * The reader of a request: language, format locale and time zone, resolved once, and the portal's own words for them. Serves A4, G3.
 */
@NullMarked
package dev.portico.portal.language;

import org.jspecify.annotations.NullMarked;
