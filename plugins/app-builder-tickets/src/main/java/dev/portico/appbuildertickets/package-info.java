/**
 * The desk of App Builder's support tickets, all of it declared in {@code META-INF/portico/plugin.json}: it needs no code
 * of its own. Serves D1, D2, D4, D7.
 */
@NullMarked
package dev.portico.appbuildertickets;

import org.jspecify.annotations.NullMarked;
