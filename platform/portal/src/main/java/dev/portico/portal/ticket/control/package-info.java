/**
 * The rules of the ticket engine: what may be submitted, who may do what, what follows from it, and who is told. It knows
 * desks only as declared values. Serves B3 to B9, D5, H4.
 */
@NullMarked
package dev.portico.portal.ticket.control;

import org.jspecify.annotations.NullMarked;
