/**
 * Whose tickets are whose to see and to answer, over pages and REST. Serves B10, B11.
 */
@NullMarked
package dev.portico.systemtests.ticket;

import org.jspecify.annotations.NullMarked;
