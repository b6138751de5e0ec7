/**
 * Where releases come from (the catalogue, uploads) and where they are kept (the database, and a copy on each node), and
 * what each node makes of the decisions. Serves J1.
 */
@NullMarked
package dev.portico.portal.release.control;

import org.jspecify.annotations.NullMarked;
