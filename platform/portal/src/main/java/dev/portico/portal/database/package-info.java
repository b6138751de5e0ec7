/**
 * The data sources, and the schema's migrations, run by the schema's owner before the first request.
 */
@NullMarked
package dev.portico.portal.database;

import org.jspecify.annotations.NullMarked;
