/** Extension points of the ticket engine and the plain values they are given. Serves B4, J3. */
@NullMarked
package dev.portico.plugin.ticket;

import org.jspecify.annotations.NullMarked;
